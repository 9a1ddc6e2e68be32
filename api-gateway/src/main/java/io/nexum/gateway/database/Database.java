package io.nexum.gateway.database;

import com.zaxxer.hikari.HikariPoolMXBean;
import io.nexum.gateway.settings.DatabaseAddress;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.settings.TenantIsolation;
import io.nexum.gateway.settings.TenantOptions;
import io.nexum.kernel.store.SharedStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database, checked and with all tables that don't belong to the read side. Tenants are in stores: all in one, or
 * each in a schema or a database of its own.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int OWNER_CONNECTIONS = 6;
    private static final int AUDITOR_CONNECTIONS = 6;
    private static final int KEPT_OPEN = 2;
    /** For the databases of tenants, which the embedded server is asked for when it starts. */
    private static final int CONNECTIONS_OF_TENANTS = 300;

    private final Optional<EmbeddedPostgres> embedded;
    private final Pools pools;
    private final SharedStore first;
    private final Optional<DatabasePlaces> databases;
    private final TenantStores stores;

    private Database(Optional<EmbeddedPostgres> embedded, Pools pools, Entrance entrance) {
        this.embedded = embedded;
        this.pools = pools;
        this.first = new SharedStore(pools.owner(), pools.program());
        StoreRegistry registry = new StoreRegistry(first.owner());
        if (entrance.migrates()) {
            registry.settle(entrance.isolation());
        } else {
            registry.mustBe(entrance.isolation());
        }
        this.databases = entrance.isolation() == TenantIsolation.DATABASE_PER_TENANT
                ? Optional.of(new DatabasePlaces(
                        pools, entrance.address(), entrance.tenantConnections(), entrance.migrates()))
                : Optional.empty();
        this.stores = switch (entrance.isolation()) {
            case SHARED_TABLE -> new OneStore(first);
            case SCHEMA_PER_TENANT -> new SeparateStores(first, registry, new SchemaPlaces(pools, entrance.migrates()));
            case DATABASE_PER_TENANT -> new SeparateStores(first, registry, databases.orElseThrow());
        };
    }

    /** @param migrates whether tables are made and upgraded, or taken as they are */
    private record Entrance(
            DatabaseAddress address,
            int connections,
            TenantIsolation isolation,
            int tenantConnections,
            boolean migrates) {}

    /**
     * Opens the database of the settings, which is the embedded one unless another is named.
     *
     * @throws DatabaseUnusable if it can't be reached or the books can't be kept on it
     */
    public static Database open(Settings settings) {
        if (settings.database().isPresent()) {
            return open(entrance(settings, settings.database().get()), Optional.empty());
        }
        TenantOptions tenants = settings.tenants();
        int ofTenants = tenants.isolation() == TenantIsolation.DATABASE_PER_TENANT ? CONNECTIONS_OF_TENANTS : 0;
        EmbeddedPostgres embedded = EmbeddedPostgres.start(
                settings.dataDir(),
                settings.databasePort(),
                settings.databaseConnections() + OWNER_CONNECTIONS + ofTenants);
        try {
            return open(entrance(settings, embedded.address()), Optional.of(embedded));
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    private static Entrance entrance(Settings settings, DatabaseAddress address) {
        TenantOptions tenants = settings.tenants();
        return new Entrance(
                address, settings.databaseConnections(), tenants.isolation(), tenants.databaseConnections(), true);
    }

    /**
     * The database as it is, for somebody who looks at it: beside the running program if it runs, else by starting the
     * embedded one.
     */
    public static Database ofAuditor(Settings settings) throws IOException {
        if (settings.database().isPresent()) {
            return attach(settings, settings.database().get());
        }
        Optional<RunningPostgres> noted = RunningPostgres.noted(settings.dataDir());
        if (noted.isPresent()) {
            try {
                return attach(settings, noted.get().address(settings.dataDir()));
            } catch (DatabaseUnusable e) {
                LOG.info("PostgreSQL no longer runs where {} says; starting it", settings.dataDir());
            }
        }
        return open(settings);
    }

    private static Database attach(Settings settings, DatabaseAddress address) {
        TenantIsolation isolation = settings.tenants().isolation();
        return open(
                new Entrance(address, AUDITOR_CONNECTIONS, isolation, AUDITOR_CONNECTIONS, false), Optional.empty());
    }

    private static Database open(Entrance entrance, Optional<EmbeddedPostgres> embedded) {
        DatabaseAddress address = entrance.address();
        Pools pools = null;
        try {
            pools = Pools.open("", address, OWNER_CONNECTIONS, entrance.connections(), KEPT_OPEN, owner -> {
                check(address, owner);
                if (entrance.migrates()) {
                    StoreTables.migrate(owner, SharedStore.SCHEMA);
                }
            });
            return new Database(embedded, pools, entrance);
        } catch (RuntimeException e) {
            if (pools != null) {
                pools.close(); // no other is open yet: the stores of tenants are opened when they are asked for
            }
            throw e instanceof DatabaseUnusable unusable
                    ? unusable
                    : new DatabaseUnusable("the database " + address + " can't be used: " + e.getMessage(), e);
        }
    }

    private static void check(DatabaseAddress address, DataSource owner) {
        DatabaseCheck check;
        try {
            check = DatabaseCheck.of(owner);
        } catch (SQLException e) {
            throw new DatabaseUnusable("the database " + address + " can't be used: " + e.getMessage(), e);
        }
        check.require();
        if (!check.durabilityOff().isEmpty()) {
            LOG.warn("""


                    !!!  The database {} has {} switched off.
                    !!!  Acknowledged transactions can be lost and files destroyed when its machine fails.
                    !!!  Switch them on before real money is in the books.
                    """, address, String.join(", ", check.durabilityOff()));
        }
    }

    /** Where each tenant's tables are. */
    public TenantStores stores() {
        return stores;
    }

    /** Connections of the program to the tables that are no tenant's; of a tenant's rows they see none. */
    public DataSource program() {
        return first.ofNobody();
    }

    /** The connections of all pools of the program, in some state. */
    public int connections(ToIntFunction<HikariPoolMXBean> inState) {
        Stream<Pools> ofTenants = databases.stream().flatMap(places -> places.opened().stream());
        return Stream.concat(Stream.of(pools), ofTenants)
                .mapToInt(each -> inState.applyAsInt(each.program().getHikariPoolMXBean()))
                .sum();
    }

    @Override
    public void close() {
        databases.ifPresent(DatabasePlaces::close);
        pools.close();
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
