package io.nexum.query.log;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.EventKey;
import io.nexum.kernel.store.Store;
import io.nexum.query.ReadModelListener;
import io.nexum.query.readmodel.Projections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log of each tenant of a store and brings the read models level with it.
 *
 * <p>A batch is one transaction: it takes the tenant's follower lock, reads where the projections are, reads the events
 * after that, writes the projections and moves the position. Whoever doesn't get the lock leaves the batch to the
 * process that has it, so each event counts once however many processes follow, stop or crash. The position is read
 * after the lock was granted: a rebuild swaps the tables under the same lock, so a batch is written wholly before or
 * wholly after the swap.
 *
 * <p>These transactions don't wait for the disk: should the database crash and lose the last ones, their positions are
 * lost with them and they are done again.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /**
     * @param batchEvents the most events in one transaction
     * @param pause the least time between two batches while nobody waits
     * @param poll how often to look for what other processes appended
     */
    public record Pace(int batchEvents, Duration pause, Supplier<Duration> poll) {}

    private final Store store;
    private final EventReader events;
    private final Pace pace;
    private final Progress progress;
    private final ReadModelListener listener;
    private final Thread thread;
    private volatile boolean closed;
    private long lastBatch = System.nanoTime();

    private Follower(Store store, EventReader events, Pace pace, Progress progress, ReadModelListener listener) {
        this.listener = listener;
        this.events = events;
        this.store = store;
        this.pace = pace;
        this.progress = progress;
        this.thread = Thread.ofPlatform().name("nexum-projections").daemon(true).unstarted(this::run);
    }

    public static Follower start(
            Store store, EventReader events, Pace pace, Progress progress, ReadModelListener listener) {
        Follower follower = new Follower(store, events, pace, progress, listener);
        follower.thread.start();
        return follower;
    }

    private void run() {
        Duration retry = FIRST_RETRY;
        while (!closed) {
            try {
                boolean wrote = followAll();
                retry = FIRST_RETRY;
                if (!wrote) {
                    progress.awaitDemand(lastBatch, pace.pause(), pace.poll().get());
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (closed) {
                    return;
                }
                LOG.warn("the projections stand still; next try in {} ms", retry.toMillis(), e);
                if (!pauseFor(retry)) {
                    return;
                }
                retry = retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
            }
        }
    }

    private static boolean pauseFor(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** One batch for each tenant that is behind; tells whether more may be there at once. */
    private boolean followAll() throws SQLException {
        boolean more = false;
        for (Map.Entry<TenantId, Long> behind : tenantsBehind().entrySet()) {
            TenantId tenant = behind.getKey();
            try (Connection connection = store.of(tenant).getConnection()) {
                more |= follow(connection, tenant, behind.getValue());
            }
        }
        return more;
    }

    private Map<TenantId, Long> tenantsBehind() throws SQLException {
        Map<TenantId, Long> behind = new LinkedHashMap<>();
        try (Connection connection = store.owner().getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT h.tenant, h.position AS head, coalesce(p.position, 0) AS position
                        FROM chain_head h LEFT JOIN projection_position p ON p.tenant = h.tenant
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                TenantId tenant = new TenantId(rows.getString("tenant"));
                long position = rows.getLong("position");
                if (progress.position(tenant) != position) {
                    progress.reached(tenant, position);
                }
                if (position < rows.getLong("head")) {
                    behind.put(tenant, rows.getLong("head"));
                }
            }
        }
        return behind;
    }

    private boolean follow(Connection connection, TenantId tenant, long head) throws SQLException {
        connection.setAutoCommit(false);
        try {
            if (!lock(connection, tenant)) {
                connection.rollback();
                return false;
            }
            long start = System.nanoTime();
            List<EventKey> seen = new ArrayList<>();
            long from = ProjectionPosition.read(connection, tenant);
            Projections projections = new Projections(tenant, from, events.personal());
            events.read(connection, tenant, from, Long.MAX_VALUE, pace.batchEvents(), event -> {
                projections.see(event);
                seen.add(new EventKey(event.row().stream(), event.row().sequence()));
            });
            projections.write(connection);
            ProjectionPosition.move(connection, tenant, from, projections.position());
            connection.commit();
            lastBatch = System.nanoTime();
            progress.reached(tenant, projections.position());
            listener.shown(tenant, seen, Duration.ofNanos(System.nanoTime() - start));
            // More than a batch was waiting: go on at once. What came meanwhile may wait for the pause.
            return projections.position() < head;
        } catch (SQLException | RuntimeException e) {
            rollbackAfter(e, connection);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollbackAfter(Exception failure, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean lock(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT pg_try_advisory_xact_lock(%s), set_config('synchronous_commit', 'off', true)
                """.formatted(ProjectionPosition.LOCK))) {
            statement.setString(1, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
