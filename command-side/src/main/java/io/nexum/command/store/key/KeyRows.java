package io.nexum.command.store.key;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.Envelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of wrapped keys. */
final class KeyRows {
    private KeyRows() {}

    record WrappedTenantKey(TenantId tenant, int version, Envelope wrapped) {}

    /** @param wrapped empty if the key was destroyed */
    record WrappedDataKey(int version, Optional<Envelope> wrapped) {}

    /** A tenant's keys by version. */
    static SortedMap<Integer, Envelope> tenantKeys(Connection connection, TenantId tenant) throws SQLException {
        SortedMap<Integer, Envelope> keys = new TreeMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT version, wrapped FROM tenant_key WHERE tenant = ?")) {
            statement.setString(1, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.put(rows.getInt(1), Envelope.of(rows.getString(2)));
                }
            }
        }
        return keys;
    }

    /** Adds a version of a tenant's key unless it is there. */
    static void addTenantKey(Connection connection, TenantId tenant, int version, Envelope wrapped)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO tenant_key (tenant, version, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, tenant.value());
            statement.setInt(2, version);
            statement.setString(3, wrapped.toString());
            statement.executeUpdate();
        }
    }

    static Map<StreamId, WrappedDataKey> dataKeys(Connection connection, TenantId tenant, Collection<StreamId> subjects)
            throws SQLException {
        Map<StreamId, WrappedDataKey> keys = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT subject, key_version, wrapped FROM data_key WHERE tenant = ? AND subject = ANY (?)
                """)) {
            statement.setString(1, tenant.value());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", subjects.stream().map(StreamId::value).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.put(
                            new StreamId(rows.getString(1)),
                            new WrappedDataKey(
                                    rows.getInt(2),
                                    Optional.ofNullable(rows.getString(3)).map(Envelope::of)));
                }
            }
        }
        return keys;
    }

    /** Adds data keys; not of who has or had one, and none if the tenant has a newer key than the one that wrapped them. */
    static void addDataKeys(Connection connection, TenantId tenant, int version, Map<StreamId, Envelope> wrapped)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO data_key (tenant, subject, key_version, wrapped)
                SELECT k.tenant, n.subject, k.version, n.wrapped
                FROM (SELECT tenant, max(version) AS version FROM tenant_key WHERE tenant = ? GROUP BY tenant) k
                CROSS JOIN unnest(?::text[], ?::text[]) AS n (subject, wrapped)
                WHERE k.version = ?
                ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, tenant.value());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            wrapped.keySet().stream().map(StreamId::value).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            wrapped.values().stream().map(Envelope::toString).toArray()));
            statement.setInt(4, version);
            statement.executeUpdate();
        }
    }

    /** One wrapped key of each master key that wraps any. */
    static List<WrappedTenantKey> oneOfEachMasterKey(Connection connection) throws SQLException {
        List<WrappedTenantKey> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT DISTINCT ON (split_part(wrapped, ':', 2)) tenant, version, wrapped FROM tenant_key
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.add(new WrappedTenantKey(
                        new TenantId(rows.getString(1)), rows.getInt(2), Envelope.of(rows.getString(3))));
            }
        }
        return keys;
    }
}
