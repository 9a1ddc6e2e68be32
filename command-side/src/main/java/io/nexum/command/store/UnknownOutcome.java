package io.nexum.command.store;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether an append whose connection broke was committed.
 *
 * <p>With the head row locked, a transaction that was still at work has ended one way or the other. Then the row at the
 * batch's last position tells: its hash covers the batch's own random event ids, so it is the batch's hash only if the
 * batch is there. A statement that reaches the server even later finds its place taken by the next append, or is found
 * by it, see {@link TenantLog}.
 */
final class UnknownOutcome {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownOutcome.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final TenantId tenant;
    private final DataSource dataSource;

    UnknownOutcome(TenantId tenant, DataSource dataSource) {
        this.tenant = tenant;
        this.dataSource = dataSource;
    }

    /** @throws RefusedException if the database doesn't come back in time */
    boolean wasAppended(AppendBatch batch) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = dataSource.getConnection()) {
                return isThereUnderLock(connection, batch);
            } catch (SQLException e) {
                LOG.debug("the event store isn't back yet", e);
                if (System.nanoTime() > giveUpAt) {
                    throw new RefusedException(new Refusals.StoreUnavailable(
                            "the event store broke off while it was writing; send the command again with the same"
                                    + " idempotency key to learn what became of it"));
                }
            }
            pause();
        }
    }

    private boolean isThereUnderLock(Connection connection, AppendBatch batch) throws SQLException {
        connection.setAutoCommit(false);
        try {
            LogFacts.head(connection, tenant, true);
            return isThere(connection, batch);
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Whether the log holds the batch; one without events leaves no trace in it and can be tried again. */
    static boolean isThere(Connection connection, AppendBatch batch) throws SQLException {
        return !batch.events().isEmpty()
                && LogFacts.hashAt(connection, batch.tenant(), batch.end().position())
                        .filter(hash -> Arrays.equals(hash, batch.end().hash()))
                        .isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(new Refusals.StoreUnavailable(
                    "the program is stopping; send the command again with the same idempotency key"));
        }
    }
}
