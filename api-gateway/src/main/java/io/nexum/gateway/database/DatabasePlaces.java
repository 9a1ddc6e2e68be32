package io.nexum.gateway.database;

import io.nexum.gateway.database.SeparateStores.Places;
import io.nexum.gateway.settings.DatabaseAddress;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.SharedStore;
import io.nexum.kernel.store.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Databases of one server, each entered by connections of its own, which are made when they are needed. */
final class DatabasePlaces implements Places, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabasePlaces.class);
    private static final int LONGEST = 63;
    private static final int OWNER_CONNECTIONS = 3;
    /** Told after it was there, and by somebody who made it at the same moment. */
    private static final Set<String> ALREADY_THERE = Set.of("42P04", "23505");

    private final Pools first;
    private final DatabaseAddress address;
    private final int connections;
    private final boolean migrates;
    private final List<Pools> opened = new CopyOnWriteArrayList<>();

    /**
     * @param connections the most for each tenant's requests
     * @param migrates whether tables are made and upgraded, or taken as they are
     */
    DatabasePlaces(Pools first, DatabaseAddress address, int connections, boolean migrates) {
        this.first = first;
        this.address = address;
        this.connections = connections;
        this.migrates = migrates;
    }

    @Override
    public String make(TenantId tenant) {
        String name = PlaceName.of(address.database() + "_t_", tenant, LONGEST);
        try (Connection connection = first.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        } catch (SQLException e) {
            if (!ALREADY_THERE.contains(e.getSQLState())) {
                LOG.error("no database can be made for {}", tenant, e);
                throw new RefusedException(new Refusals.StoreUnavailable(
                        "no database can be made for the tenant " + tenant + "; the operator finds in the log why"));
            }
        }
        return name;
    }

    @Override
    public Store open(String place) {
        Pools pools = Pools.open("-" + place, address.of(place), OWNER_CONNECTIONS, connections, 0, owner -> {
            if (migrates) {
                StoreTables.migrate(owner, SharedStore.SCHEMA);
            }
        });
        opened.add(pools);
        return new SharedStore(pools.owner(), pools.program());
    }

    List<Pools> opened() {
        return List.copyOf(opened);
    }

    @Override
    public void close() {
        opened.forEach(Pools::close);
    }
}
