package io.nexum.gateway.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a backup holds.
 *
 * @param migrations the migrations that made the tables; a backup is restored by a program that knows the same
 * @param tables the tables with their columns, each after those that it refers to
 * @param heads where each tenant's log ends, as {@code position:hash}
 */
public record BackupContents(List<String> migrations, Map<String, List<String>> tables, Map<String, String> heads) {
    /** What the database holds beside the read models, which the log can build anew. */
    static BackupContents of(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (String table : inOrderOfReference(connection)) {
            tables.put(table, columns(connection, table));
        }
        return new BackupContents(migrations(connection), tables, heads(connection));
    }

    static List<String> migrations(Connection connection) throws SQLException {
        List<String> histories = texts(connection, """
                SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'nexum'::regnamespace AND c.relkind = 'r' AND a.attname = 'installed_rank'
                ORDER BY c.relname
                """);
        List<String> migrations = new ArrayList<>();
        for (String history : histories) {
            migrations.addAll(texts(
                    connection,
                    "SELECT '" + history + " ' || version FROM nexum." + Copying.quoted(history)
                            + " WHERE success AND type = 'SQL' ORDER BY installed_rank"));
        }
        return migrations;
    }

    /** The log's and the gateway's tables; not those that count for minutes only, nor the histories of migrations. */
    private static Set<String> inOrderOfReference(Connection connection) throws SQLException {
        List<String> tables = texts(connection, """
                SELECT c.relname FROM pg_class c
                WHERE c.relnamespace = 'nexum'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
                  AND NOT EXISTS (SELECT 1 FROM pg_attribute a
                                  WHERE a.attrelid = c.oid AND a.attname = 'installed_rank')
                ORDER BY c.relname
                """);
        Map<String, Set<String>> references = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT r.relname AS from_table, t.relname AS to_table
                        FROM pg_constraint f JOIN pg_class r ON r.oid = f.conrelid JOIN pg_class t ON t.oid = f.confrelid
                        WHERE f.contype = 'f' AND f.connamespace = 'nexum'::regnamespace AND r.oid <> t.oid
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString("from_table"), table -> new LinkedHashSet<>())
                        .add(rows.getString("to_table"));
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            tables.stream()
                    .filter(table -> ordered.containsAll(references.getOrDefault(table, Set.of())))
                    .forEach(ordered::add);
            if (ordered.size() == before) {
                throw new IllegalStateException("the tables refer to each other in a circle: " + references);
            }
        }
        return ordered;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT attname FROM pg_attribute
                WHERE attrelid = ('nexum.' || quote_ident(?))::regclass AND attnum > 0 AND NOT attisdropped
                  AND attgenerated = ''
                ORDER BY attnum
                """)) {
            statement.setString(1, table);
            return texts(statement);
        }
    }

    private static Map<String, String> heads(Connection connection) throws SQLException {
        Map<String, String> heads = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT tenant, position || ':' || encode(hash, 'hex') AS head FROM nexum.chain_head ORDER BY tenant
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                heads.put(rows.getString("tenant"), rows.getString("head"));
            }
        }
        return heads;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            return texts(statement);
        }
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
