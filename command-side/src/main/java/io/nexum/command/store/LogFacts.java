package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the appender asks the database when what it knows by itself doesn't do. */
final class LogFacts {
    private LogFacts() {}

    /** Where the log ends; {@code lock} makes everybody else who wants to append wait until this transaction's end. */
    static ChainHead head(Connection connection, TenantId tenant, boolean lock) throws SQLException {
        LogWriter.ensureHead(connection, tenant);
        String select = "SELECT position, hash FROM chain_head WHERE tenant = ?" + (lock ? " FOR UPDATE" : "");
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new ChainHead(row.getLong(1), row.getBytes(2));
            }
        }
    }

    /** The hash of the row at a position, if there is one. */
    static Optional<byte[]> hashAt(Connection connection, TenantId tenant, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT hash FROM event WHERE tenant = ? AND position = ?")) {
            statement.setString(1, tenant.value());
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** The last sequence of each stream, -1 for one without events. */
    static Map<StreamId, Long> lastSequences(Connection connection, TenantId tenant, Collection<StreamId> streams)
            throws SQLException {
        Map<StreamId, Long> last = new HashMap<>();
        streams.forEach(stream -> last.put(stream, -1L));
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT s.stream, e.sequence
                FROM unnest(?::text[]) AS s (stream)
                CROSS JOIN LATERAL (
                    SELECT sequence FROM event
                    WHERE tenant = ? AND stream = s.stream ORDER BY sequence DESC LIMIT 1
                ) AS e
                """)) {
            statement.setArray(
                    1, text(connection, streams.stream().map(StreamId::value).toList()));
            statement.setString(2, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last.put(new StreamId(rows.getString(1)), rows.getLong(2));
                }
            }
        }
        return last;
    }

    /** The streams that were appended to after a position. */
    static Set<StreamId> streamsAfter(Connection connection, TenantId tenant, long position) throws SQLException {
        Set<StreamId> streams = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT DISTINCT stream FROM event WHERE tenant = ? AND position > ?")) {
            statement.setString(1, tenant.value());
            statement.setLong(2, position);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    streams.add(new StreamId(rows.getString(1)));
                }
            }
        }
        return streams;
    }

    /** What a claim is called among {@link #takenClaims}. */
    static String key(Claim claim) {
        return claim.kind() + '\n' + claim.value();
    }

    /** What a released claim is called among {@link #takenClaims}. */
    static String key(Released released) {
        return released.kind() + '\n' + released.value();
    }

    /** Those of the claims that somebody has. */
    static Set<String> takenClaims(Connection connection, TenantId tenant, List<Claim> claims) throws SQLException {
        Set<String> taken = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT c.kind, c.value FROM claim c
                JOIN unnest(?::text[], ?::text[]) AS wanted (kind, value) USING (kind, value)
                WHERE c.tenant = ?
                """)) {
            statement.setArray(
                    1, text(connection, claims.stream().map(Claim::kind).toList()));
            statement.setArray(
                    2, text(connection, claims.stream().map(Claim::value).toList()));
            statement.setString(3, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.add(rows.getString(1) + '\n' + rows.getString(2));
                }
            }
        }
        return taken;
    }

    /** The answers stored under any of the keys. */
    static Map<String, StoredAnswer> answers(Connection connection, TenantId tenant, Collection<String> keys)
            throws SQLException {
        Map<String, StoredAnswer> answers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT key, fingerprint, answer_type, answer FROM idempotency_record
                WHERE tenant = ? AND key = ANY (?)
                """)) {
            statement.setString(1, tenant.value());
            statement.setArray(2, text(connection, keys));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    StoredAnswer answer = new StoredAnswer(
                            rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
                    answers.put(answer.key(), answer);
                }
            }
        }
        return answers;
    }

    private static Array text(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray(String[]::new));
    }
}
