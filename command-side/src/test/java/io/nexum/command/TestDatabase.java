package io.nexum.command;

import io.nexum.kernel.store.SharedStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** One PostgreSQL server a test run; a database of its own, with the tables, for whoever asks. */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();
    private static final String TEMPLATE = "with_tables";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    static {
        TestDatabase template = create(TEMPLATE, "template1");
        EventStoreSchema.migrate(template.owner, SharedStore.SCHEMA);
    }

    private final DataSource owner;
    private final DataSource program;

    private TestDatabase(DataSource plain) {
        this.owner = new Session(plain, "SET search_path = nexum");
        this.program = new Session(plain, "SET search_path = nexum; SET ROLE nexum_app");
    }

    public static TestDatabase fresh() {
        return create("bank" + DATABASES.incrementAndGet(), TEMPLATE);
    }

    private static TestDatabase create(String name, String template) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("CREATE DATABASE " + name + " TEMPLATE " + template)
                .update();
        return new TestDatabase(SERVER.getDatabase("postgres", name));
    }

    public DataSource owner() {
        return owner;
    }

    /** With the rights of the program, and bound to no tenant. */
    public DataSource program() {
        return program;
    }

    public SharedStore store() {
        return store(program);
    }

    /** With connections of the program that a test has its own way with. */
    public SharedStore store(DataSource ofProgram) {
        return new SharedStore(owner, ofProgram);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off") // the server outlives no test
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connections that begin with a statement of their own. */
    private static final class Session extends DelegatingDataSource {
        private final String first;

        Session(DataSource plain, String first) {
            super(plain);
            this.first = first;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            try (var statement = connection.createStatement()) {
                statement.execute(first);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }
}
