package io.nexum.gateway.backup;

import io.nexum.kernel.TenantId;
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

/** What a store holds beside the read models, which the log can build anew. */
final class StoreContents {
    private StoreContents() {}

    /** The migrations that made the store's tables. */
    static List<String> migrations(Connection connection, String schema) throws SQLException {
        List<String> migrations = new ArrayList<>();
        for (String history : texts(connection, """
                SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = to_regnamespace(?) AND c.relkind = 'r' AND a.attname = 'installed_rank'
                ORDER BY c.relname
                """, schema)) {
            migrations.addAll(texts(
                    connection,
                    "SELECT ? || ' ' || version FROM " + Copying.quoted(history)
                            + " WHERE success AND type = 'SQL' ORDER BY installed_rank",
                    history));
        }
        return migrations;
    }

    /**
     * The tables that hold tenants' rows, with their columns, each after those that it refers to. Where the stores are
     * is not of them: it is another matter where they are restored.
     */
    static Map<String, List<String>> tables(Connection connection, String schema) throws SQLException {
        List<String> tables = texts(connection, """
                SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant'
                WHERE c.relnamespace = to_regnamespace(?) AND c.relkind = 'r' AND c.relpersistence = 'p'
                  AND c.relname <> 'tenant_store'
                ORDER BY c.relname
                """, schema);
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        for (String table : inOrderOfReference(tables, references(connection, schema))) {
            ordered.put(table, texts(connection, """
                    SELECT attname FROM pg_attribute
                    WHERE attrelid = quote_ident(?)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                    ORDER BY attnum
                    """, table));
        }
        return ordered;
    }

    private static Map<String, Set<String>> references(Connection connection, String schema) throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT r.relname AS from_table, t.relname AS to_table
                FROM pg_constraint f JOIN pg_class r ON r.oid = f.conrelid JOIN pg_class t ON t.oid = f.confrelid
                WHERE f.contype = 'f' AND f.connamespace = to_regnamespace(?) AND r.oid <> t.oid
                """)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    references
                            .computeIfAbsent(rows.getString("from_table"), table -> new LinkedHashSet<>())
                            .add(rows.getString("to_table"));
                }
            }
        }
        return references;
    }

    private static Set<String> inOrderOfReference(List<String> tables, Map<String, Set<String>> references) {
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

    /** Where each tenant's log ends, as {@code position:hash}. */
    static Map<TenantId, String> heads(Connection connection) throws SQLException {
        Map<TenantId, String> heads = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT tenant, position || ':' || encode(hash, 'hex') AS head FROM chain_head ORDER BY tenant
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                heads.put(new TenantId(rows.getString("tenant")), rows.getString("head"));
            }
        }
        return heads;
    }

    private static List<String> texts(Connection connection, String query, String about) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, about);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
