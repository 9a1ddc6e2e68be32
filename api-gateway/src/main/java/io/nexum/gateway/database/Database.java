package io.nexum.gateway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nexum.command.EventStoreSchema;
import io.nexum.gateway.settings.DatabaseAddress;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database, checked and with all tables that don't belong to the read side, and the two ways into it: the owner's,
 * for whoever makes tables, and the program's, which may not change the log.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int OWNER_CONNECTIONS = 6;
    private static final int AUDITOR_CONNECTIONS = 6;

    private final Optional<EmbeddedPostgres> embedded;
    private final HikariDataSource owner;
    private final HikariDataSource program;

    private Database(Optional<EmbeddedPostgres> embedded, HikariDataSource owner, HikariDataSource program) {
        this.embedded = embedded;
        this.owner = owner;
        this.program = program;
    }

    /**
     * Opens the database of the settings, which is the embedded one unless another is named.
     *
     * @throws DatabaseUnusable if it can't be reached or the books can't be kept on it
     */
    public static Database open(Settings settings) {
        if (settings.database().isPresent()) {
            return open(settings.database().get(), settings.databaseConnections(), Optional.empty());
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(
                settings.dataDir(), settings.databasePort(), settings.databaseConnections() + OWNER_CONNECTIONS);
        try {
            return open(embedded.address(), settings.databaseConnections(), Optional.of(embedded));
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /**
     * The database as it is, for somebody who looks at it: beside the running program if it runs, else by starting the
     * embedded one.
     */
    public static Database ofAuditor(Settings settings) throws IOException {
        if (settings.database().isPresent()) {
            return attach(settings.database().get());
        }
        Optional<RunningPostgres> noted = RunningPostgres.noted(settings.dataDir());
        if (noted.isPresent()) {
            try {
                return attach(noted.get().address(settings.dataDir()));
            } catch (DatabaseUnusable e) {
                LOG.info("PostgreSQL no longer runs where {} says; starting it", settings.dataDir());
            }
        }
        return open(settings);
    }

    private static Database attach(DatabaseAddress address) {
        return open(address, AUDITOR_CONNECTIONS, Optional.empty(), owner -> {});
    }

    private static Database open(DatabaseAddress address, int connections, Optional<EmbeddedPostgres> embedded) {
        return open(address, connections, embedded, Database::migrate);
    }

    private static Database open(
            DatabaseAddress address,
            int connections,
            Optional<EmbeddedPostgres> embedded,
            Consumer<DataSource> migration) {
        HikariDataSource owner = null;
        try {
            owner = new HikariDataSource(pool("owner", address, OWNER_CONNECTIONS));
            check(address, owner);
            migration.accept(owner);
            HikariConfig program = pool("program", address, connections);
            program.setConnectionInitSql("SET ROLE " + EventStoreSchema.PROGRAM_ROLE);
            return new Database(embedded, owner, new HikariDataSource(program));
        } catch (SQLException | RuntimeException e) {
            if (owner != null) {
                owner.close();
            }
            throw e instanceof DatabaseUnusable unusable
                    ? unusable
                    : new DatabaseUnusable("the database " + address + " can't be used: " + e.getMessage(), e);
        }
    }

    private static void check(DatabaseAddress address, DataSource owner) throws SQLException {
        DatabaseCheck check = DatabaseCheck.of(owner);
        check.require();
        if (!check.durabilityOff().isEmpty()) {
            LOG.warn("""


                    !!!  The database {} has {} switched off.
                    !!!  Acknowledged transactions can be lost and files destroyed when its machine fails.
                    !!!  Switch them on before real money is in the books.
                    """, address, String.join(", ", check.durabilityOff()));
        }
    }

    private static void migrate(DataSource owner) {
        EventStoreSchema.migrate(owner);
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(owner)
                .schemas(EventStoreSchema.SCHEMA)
                .locations("classpath:db/gateway")
                .table("gateway_history")
                .baselineOnMigrate(true) // the schema holds the event store already
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static HikariConfig pool(String name, DatabaseAddress address, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.jdbcUrl());
        address.user().ifPresent(pool::setUsername);
        address.password().ifPresent(pool::setPassword);
        // An error's details repeat the row that was refused, and errors are logged.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(connections, 2));
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.addDataSourceProperty("currentSchema", "nexum,nexum_read");
        pool.addDataSourceProperty("ApplicationName", "nexum-" + name);
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // Statements are few and come again and again: prepare each at its first use.
        pool.addDataSourceProperty("prepareThreshold", "1");
        return pool;
    }

    /** Enters as the owner of all tables. */
    public DataSource owner() {
        return owner;
    }

    /** Enters with the rights of the role {@value EventStoreSchema#PROGRAM_ROLE}. */
    public DataSource program() {
        return program;
    }

    @Override
    public void close() {
        program.close();
        owner.close();
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
