package io.nexum.query.log;

import io.nexum.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The row that tells how far a tenant's log is in the read models. */
public final class ProjectionPosition {
    /** The key of the lock, of one tenant's name, that whoever writes the read models holds. */
    public static final String LOCK = "hashtextextended('nexum projections of ' || ?, 0)";

    private ProjectionPosition() {}

    /** Waits until nobody else writes the tenant's read models; the lock lasts to the end of the transaction. */
    public static void lock(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(" + LOCK + ")")) {
            statement.setString(1, tenant.value());
            statement.execute();
        }
    }

    /** The last position that the read models show, 0 if none. */
    public static long read(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT position FROM projection_position WHERE tenant = ?")) {
            statement.setString(1, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Moves it; refuses if somebody else has. */
    public static void move(Connection connection, TenantId tenant, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO projection_position AS p (tenant, position) VALUES (?, ?)
                ON CONFLICT (tenant) DO UPDATE SET position = EXCLUDED.position WHERE p.position = ?
                """)) {
            statement.setString(1, tenant.value());
            statement.setLong(2, to);
            statement.setLong(3, from);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("the projections of " + tenant + " were moved from position " + from
                        + " by somebody else; this batch is not written");
            }
        }
    }
}
