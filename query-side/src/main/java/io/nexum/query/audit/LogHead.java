package io.nexum.query.audit;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.HashChain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * Where a log ends.
 *
 * @param position by its head row
 * @param hash by its head row
 * @param last the position of the last row that there is
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record LogHead(long position, byte[] hash, long last) {
    /** As of one moment, however fast the log grows. */
    static LogHead read(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT h.position, h.hash, coalesce(e.last, 0) AS last
                FROM (SELECT max(position) AS last FROM event WHERE tenant = ?) e
                LEFT JOIN chain_head h ON h.tenant = ?
                """)) {
            statement.setString(1, tenant.value());
            statement.setString(2, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                byte[] hash = rows.getBytes("hash");
                return new LogHead(
                        rows.getLong("position"), hash == null ? HashChain.genesis() : hash, rows.getLong("last"));
            }
        }
    }

    NotedHead noted() {
        return new NotedHead(position, HexFormat.of().formatHex(hash));
    }
}
