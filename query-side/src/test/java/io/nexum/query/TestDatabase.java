package io.nexum.query;

import io.nexum.kernel.store.SharedStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own for each test, on one PostgreSQL for all, with the log's tables as the command side makes them. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final List<String> MIGRATIONS =
            List.of("V1__event_store.sql", "V2__program_role.sql", "V3__keys.sql", "V4__tenants_apart.sql");

    private static final TestDatabase WITH_TABLES = new TestDatabase("with_tables", "template1");

    static {
        WITH_TABLES.execute("CREATE SCHEMA nexum");
        MIGRATIONS.forEach(migration -> WITH_TABLES.execute(resource("/db/migration/" + migration)));
    }

    private final String name;

    public TestDatabase() {
        this("bank_" + NUMBER.incrementAndGet(), WITH_TABLES.name);
    }

    private TestDatabase(String name, String template) {
        this.name = name;
        execute(SERVER.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + template);
    }

    /** May do everything. */
    public DataSource owner() {
        return connections("");
    }

    public SharedStore store() {
        return new SharedStore(owner(), program());
    }

    /** May only what the running program may, and is bound to no tenant. */
    public DataSource program() {
        return connections("-c role=nexum_app");
    }

    public void execute(String sql) {
        execute(owner(), sql);
    }

    /** The one value that a query answers. */
    public String text(String sql) {
        return JdbcClient.create(owner()).sql(sql).query(String.class).single();
    }

    private DataSource connections(String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {SERVER.getPort()});
        source.setDatabaseName(name);
        source.setUser("postgres");
        source.setCurrentSchema("nexum,nexum_read");
        if (!options.isEmpty()) {
            source.setOptions(options);
        }
        return source;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "60")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = TestDatabase.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the command side's " + name + " is not on the test's class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
