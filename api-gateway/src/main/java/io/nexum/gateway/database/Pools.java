package io.nexum.gateway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nexum.command.EventStoreSchema;
import io.nexum.gateway.settings.DatabaseAddress;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The two ways into a database.
 *
 * @param owner for whoever makes tables
 * @param program with the rights of the role {@value EventStoreSchema#PROGRAM_ROLE}, which may not change the log
 */
record Pools(HikariDataSource owner, HikariDataSource program) implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(1);

    /**
     * @param name what the names of the pools end in
     * @param kept how many connections stay open when there is nothing to do
     * @param preparing done by the owner before the program enters
     */
    static Pools open(
            String name, DatabaseAddress address, int owners, int programs, int kept, Consumer<DataSource> preparing) {
        HikariDataSource owner = new HikariDataSource(config("owner" + name, address, owners, kept));
        try {
            preparing.accept(owner);
            HikariConfig program = config("program" + name, address, programs, kept);
            program.setConnectionInitSql("SET ROLE " + EventStoreSchema.PROGRAM_ROLE);
            return new Pools(owner, new HikariDataSource(program));
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    private static HikariConfig config(String name, DatabaseAddress address, int connections, int kept) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.jdbcUrl());
        address.user().ifPresent(pool::setUsername);
        address.password().ifPresent(pool::setPassword);
        // An error's details repeat the row that was refused, and errors are logged.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(connections, kept));
        pool.setIdleTimeout(IDLE.toMillis());
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.addDataSourceProperty("currentSchema", "nexum,nexum_read");
        pool.addDataSourceProperty("ApplicationName", "nexum-" + name);
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // Statements are few and come again and again: prepare each at its first use.
        pool.addDataSourceProperty("prepareThreshold", "1");
        return pool;
    }

    @Override
    public void close() {
        program.close();
        owner.close();
    }
}
