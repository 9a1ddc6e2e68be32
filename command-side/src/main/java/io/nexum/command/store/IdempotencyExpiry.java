package io.nexum.command.store;

import io.nexum.kernel.store.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the answers to idempotency keys that have been kept long enough, a bounded number at a time. */
public final class IdempotencyExpiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyExpiry.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int ROWS_AT_A_TIME = 10_000;

    private final Stores stores;
    private final Duration retention;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("idempotency-expiry").daemon().factory());

    public IdempotencyExpiry(Stores stores, Duration retention, Clock clock) {
        this.stores = stores;
        this.retention = retention;
        this.clock = clock;
    }

    /** Starts removing them from time to time. */
    public IdempotencyExpiry start() {
        var _ = timer.scheduleWithFixedDelay(
                this::removeExpired, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /** Removes all that is due now. */
    public void removeExpired() {
        stores.all().forEach(store -> removeExpired(store.owner()));
    }

    private void removeExpired(DataSource owner) {
        try (Connection connection = owner.getConnection()) {
            int removed = ROWS_AT_A_TIME;
            while (removed == ROWS_AT_A_TIME) {
                removed = removeSome(connection);
            }
        } catch (SQLException e) {
            LOG.warn("expired idempotency keys were not removed; trying again in {}", EVERY, e);
        }
    }

    private int removeSome(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                DELETE FROM idempotency_record WHERE ctid IN (
                    SELECT ctid FROM idempotency_record WHERE recorded_at < ? LIMIT ?)
                """)) {
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant().minus(retention), ZoneOffset.UTC));
            statement.setInt(2, ROWS_AT_A_TIME);
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
