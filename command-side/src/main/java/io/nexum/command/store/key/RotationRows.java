package io.nexum.command.store.key;

import io.nexum.command.store.key.KeyRotation.Scope;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.Envelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The statements of a change of keys. */
final class RotationRows {
    private RotationRows() {}

    record UnderWay(TenantId tenant, UUID id, Scope scope) {}

    record OldDataKey(StreamId subject, int version, Envelope wrapped) {}

    /** False if one of the scope is under way. */
    static boolean start(Connection connection, TenantId tenant, UUID id, Scope scope, String newKey, String by)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO key_rotation (tenant, id, scope, new_key, rewrapped, started_by) VALUES (?, ?, ?, ?, 0, ?)
                ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, id);
            statement.setString(3, Json.wireName(scope));
            statement.setString(4, newKey);
            statement.setString(5, by);
            return statement.executeUpdate() == 1;
        }
    }

    static List<UnderWay> underWay(Connection connection) throws SQLException {
        List<UnderWay> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT tenant, id, scope FROM key_rotation WHERE finished_at IS NULL");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new UnderWay(
                        new TenantId(rows.getString(1)),
                        rows.getObject(2, UUID.class),
                        Scope.valueOf(rows.getString(3).toUpperCase(Locale.ROOT))));
            }
        }
        return found;
    }

    static void advance(Connection connection, TenantId tenant, UUID id, int rewrapped) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE key_rotation SET rewrapped = rewrapped + ? WHERE tenant = ? AND id = ?")) {
            statement.setInt(1, rewrapped);
            statement.setString(2, tenant.value());
            statement.setObject(3, id);
            statement.executeUpdate();
        }
    }

    /** Notes the end, unless another process still has some of it in hand. */
    static void finish(Connection connection, TenantId tenant, UUID id, Scope scope) throws SQLException {
        String wrapped = scope == Scope.MASTER ? "tenant_key" : "data_key";
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE key_rotation r SET finished_at = now()
                WHERE r.tenant = ? AND r.id = ? AND r.finished_at IS NULL
                  AND NOT EXISTS (
                      SELECT FROM %s w WHERE w.tenant = r.tenant AND split_part(w.wrapped, ':', 2) <> r.new_key)
                """.formatted(wrapped))) {
            statement.setString(1, tenant.value());
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    static int replaceTenantKey(Connection connection, TenantId tenant, int version, Envelope wrapped)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE tenant_key SET wrapped = ? WHERE tenant = ? AND version = ?")) {
            statement.setString(1, wrapped.toString());
            statement.setString(2, tenant.value());
            statement.setInt(3, version);
            return statement.executeUpdate();
        }
    }

    /** Data keys that an older version wraps, locked; those that another process has in hand are left to it. */
    static List<OldDataKey> oldDataKeys(Connection connection, TenantId tenant, int newest, int most)
            throws SQLException {
        List<OldDataKey> old = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT subject, key_version, wrapped FROM data_key
                WHERE tenant = ? AND key_version < ? AND wrapped IS NOT NULL
                ORDER BY key_version LIMIT ?
                FOR UPDATE SKIP LOCKED
                """)) {
            statement.setString(1, tenant.value());
            statement.setInt(2, newest);
            statement.setInt(3, most);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    old.add(new OldDataKey(
                            new StreamId(rows.getString(1)), rows.getInt(2), Envelope.of(rows.getString(3))));
                }
            }
        }
        return old;
    }

    static void replaceDataKeys(Connection connection, TenantId tenant, int version, Map<StreamId, Envelope> wrapped)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE data_key d SET wrapped = r.wrapped, key_version = ?
                FROM unnest(?::text[], ?::text[]) AS r (subject, wrapped)
                WHERE d.tenant = ? AND d.subject = r.subject
                """)) {
            statement.setInt(1, version);
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
            statement.setString(4, tenant.value());
            statement.executeUpdate();
        }
    }
}
