package io.nexum.command.store.key;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.Envelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of wrapped keys. */
final class KeyRows {
    private KeyRows() {}

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

    /** Adds a data key unless the subject has or had one, or the tenant has a newer key than the one that wrapped it. */
    static void addDataKey(Connection connection, TenantId tenant, StreamId subject, int version, Envelope wrapped)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO data_key (tenant, subject, key_version, wrapped)
                SELECT k.tenant, ?, k.version, ?
                FROM (SELECT tenant, max(version) AS version FROM tenant_key WHERE tenant = ? GROUP BY tenant) k
                WHERE k.version = ?
                ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, subject.value());
            statement.setString(2, wrapped.toString());
            statement.setString(3, tenant.value());
            statement.setInt(4, version);
            statement.executeUpdate();
        }
    }
}
