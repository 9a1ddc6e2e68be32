package io.nexum.command.store.day;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to close a bank's days: one process in a cluster has it, as long as its connection lasts. It only saves
 * work. Were two to run at once, the versions of the entities would keep them apart.
 */
final class DayLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DayLock.class);
    private static final String KEY = "(hashtextextended('nexum.day_run.' || ?, 0))";

    private final TenantId tenant;
    private final Connection connection;

    private DayLock(TenantId tenant, Connection connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    /** Empty if another has it. */
    static Optional<DayLock> tryTake(Stores stores, TenantId tenant) throws SQLException {
        Connection connection = stores.of(tenant).getConnection();
        try {
            if (ask(connection, "SELECT pg_try_advisory_lock" + KEY, tenant)) {
                return Optional.of(new DayLock(tenant, connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The connection that holds it: what is written by it is written by the one who has the right. */
    Connection connection() {
        return connection;
    }

    private static boolean ask(Connection connection, String select, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            ask(connection, "SELECT pg_advisory_unlock" + KEY, tenant);
        } catch (SQLException e) {
            LOG.debug("the lock ends with its connection", e);
            connection.abort(Runnable::run);
        }
    }
}
