package io.nexum.query.readmodel;

import io.nexum.kernel.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The schema that holds the read models' tables; another one of the same shape is made beside it to rebuild or check.
 *
 * @param live where the live tables are
 * @param log where the log is
 */
record ReadModelSchema(String live, String log) {
    private static final String PROGRAM_ROLE = "nexum_app";

    /** To be raised when a projection writes something else into the same tables. */
    private static final int PROJECTION_VERSION = 6;

    private static final String TABLES = resource("tables.sql");
    private static final String INDEXES = resource("indexes.sql");

    static ReadModelSchema of(Store store) {
        return new ReadModelSchema(store.readSchema(), store.schema());
    }

    String rebuild() {
        return live + "_rebuild";
    }

    String check() {
        return live + "_check";
    }

    private String old() {
        return live + "_old";
    }

    /** What these tables and projections are, for telling whether the live ones are the same. */
    static String version() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((TABLES + INDEXES).getBytes(StandardCharsets.UTF_8));
            return PROJECTION_VERSION + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The version of the live tables, if there are any. */
    Optional<String> liveVersion(Connection owner) throws SQLException {
        if (!exists(owner, "SELECT to_regclass(?) IS NOT NULL", live + ".read_model")) {
            return Optional.empty();
        }
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version FROM " + live + ".read_model")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** Makes empty tables and has the rest of the transaction find them, and the log, by their bare names. */
    void createTables(Connection owner, String schema) throws SQLException {
        execute(owner, "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        execute(owner, "CREATE SCHEMA " + schema);
        execute(owner, "SET LOCAL search_path = " + schema + ", " + log);
        execute(owner, TABLES);
        try (PreparedStatement statement = owner.prepareStatement("INSERT INTO read_model (version) VALUES (?)")) {
            statement.setString(1, version());
            statement.executeUpdate();
        }
    }

    void createIndexes(Connection owner) throws SQLException {
        execute(owner, "SET LOCAL maintenance_work_mem = '128MB'");
        execute(owner, INDEXES);
    }

    /** Puts the rebuilt tables in the place of the live ones. Queries see the old ones until this is committed. */
    void swap(Connection owner) throws SQLException {
        keepTenantsApart(owner);
        execute(owner, "DROP SCHEMA IF EXISTS " + old() + " CASCADE");
        if (exists(owner, "SELECT to_regnamespace(?) IS NOT NULL", live)) {
            execute(owner, "ALTER SCHEMA " + live + " RENAME TO " + old());
        }
        execute(owner, "ALTER SCHEMA " + rebuild() + " RENAME TO " + live);
        if (exists(owner, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", PROGRAM_ROLE)) {
            execute(owner, "GRANT USAGE ON SCHEMA " + live + " TO " + PROGRAM_ROLE);
            execute(
                    owner,
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + live + " TO " + PROGRAM_ROLE);
        }
    }

    /** Only now: the owner fills tables by COPY, which knows no policies. */
    private void keepTenantsApart(Connection owner) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT keep_tenants_apart(c.oid::regclass)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant'
                WHERE c.relnamespace = to_regnamespace(?) AND c.relkind = 'r'
                """)) {
            statement.setString(1, rebuild());
            statement.execute();
        }
    }

    /** Drops the tables that were swapped out. Waits for queries that still read them. */
    void dropOld(Connection owner) throws SQLException {
        execute(owner, "DROP SCHEMA IF EXISTS " + old() + " CASCADE");
    }

    private static boolean exists(Connection owner, String sql, String name) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReadModelSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + ReadModelSchema.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("can't read " + name, e);
        }
    }
}
