package io.nexum.query.readmodel;

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

/** The schema that holds the read models' tables; another one of the same shape is made beside it to rebuild or check. */
final class ReadModelSchema {
    /** Where the live tables are. */
    static final String LIVE = "nexum_read";

    static final String REBUILD = "nexum_read_rebuild";
    static final String CHECK = "nexum_read_check";
    private static final String OLD = "nexum_read_old";

    private static final String LOG = "nexum";
    private static final String PROGRAM_ROLE = "nexum_app";

    /** To be raised when a projection writes something else into the same tables. */
    private static final int PROJECTION_VERSION = 2;

    private static final String TABLES = resource("tables.sql");
    private static final String INDEXES = resource("indexes.sql");

    private ReadModelSchema() {}

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
    static Optional<String> liveVersion(Connection owner) throws SQLException {
        if (!exists(owner, "SELECT to_regclass(?) IS NOT NULL", LIVE + ".read_model")) {
            return Optional.empty();
        }
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version FROM " + LIVE + ".read_model")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** Makes empty tables and has the rest of the transaction find them, and the log, by their bare names. */
    static void createTables(Connection owner, String schema) throws SQLException {
        execute(owner, "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        execute(owner, "CREATE SCHEMA " + schema);
        execute(owner, "SET LOCAL search_path = " + schema + ", " + LOG);
        execute(owner, TABLES);
        try (PreparedStatement statement = owner.prepareStatement("INSERT INTO read_model (version) VALUES (?)")) {
            statement.setString(1, version());
            statement.executeUpdate();
        }
    }

    static void createIndexes(Connection owner) throws SQLException {
        execute(owner, "SET LOCAL maintenance_work_mem = '128MB'");
        execute(owner, INDEXES);
    }

    /** Puts the rebuilt tables in the place of the live ones. Queries see the old ones until this is committed. */
    static void swap(Connection owner) throws SQLException {
        execute(owner, "DROP SCHEMA IF EXISTS " + OLD + " CASCADE");
        if (exists(owner, "SELECT to_regnamespace(?) IS NOT NULL", LIVE)) {
            execute(owner, "ALTER SCHEMA " + LIVE + " RENAME TO " + OLD);
        }
        execute(owner, "ALTER SCHEMA " + REBUILD + " RENAME TO " + LIVE);
        if (exists(owner, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", PROGRAM_ROLE)) {
            execute(owner, "GRANT USAGE ON SCHEMA " + LIVE + " TO " + PROGRAM_ROLE);
            execute(
                    owner,
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + LIVE + " TO " + PROGRAM_ROLE);
        }
    }

    /** Drops the tables that were swapped out. Waits for queries that still read them. */
    static void dropOld(Connection owner) throws SQLException {
        execute(owner, "DROP SCHEMA IF EXISTS " + OLD + " CASCADE");
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
