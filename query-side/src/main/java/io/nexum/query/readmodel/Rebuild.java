package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import io.nexum.query.RebuildReport;
import io.nexum.query.log.EventReader;
import io.nexum.query.log.ProjectionPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Builds the read models anew beside the live ones and swaps them, all in one transaction of the owner: whatever stops
 * it leaves the live ones as they were.
 *
 * <p>The tables are filled without the indexes of the large ones, then indexed, then brought level with what was
 * appended meanwhile; for the last stretch it holds the followers' locks, so that nobody writes to tables that are about
 * to go. One schema holds all tenants of a store, so all of them are built.
 */
public final class Rebuild {
    /** Held while tables are made, so that of several processes that start at once one makes them. */
    private static final String LOCK = "hashtextextended('nexum read models in ' || ?, 0)";

    private static final int FEW_EVENTS = 10_000;
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    private final Store store;
    private final ReadModelSchema schema;
    private final EventReader events;
    private final Consumer<String> progress;
    private final Map<TenantId, Long> positions = new LinkedHashMap<>();

    private Rebuild(Store store, EventReader events, Consumer<String> progress) {
        this.events = events;
        this.store = store;
        this.schema = ReadModelSchema.of(store);
        this.progress = progress;
    }

    /** Builds the read models if there are none, or if those that are there are of another version. */
    public static void ifOutdated(Store store, EventReader events, Consumer<String> progress) {
        new Rebuild(store, events, progress).run(true);
    }

    /** Builds the read models anew; the report tells of one tenant's. */
    public static RebuildReport all(Store store, EventReader events, TenantId tenant, Consumer<String> progress) {
        long start = System.nanoTime();
        Rebuild rebuild = new Rebuild(store, events, progress);
        rebuild.run(false);
        long position = rebuild.positions.getOrDefault(tenant, 0L);
        return new RebuildReport(position, position, Duration.ofNanos(System.nanoTime() - start));
    }

    private void run(boolean onlyIfOutdated) {
        try (Connection connection = store.owner().getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection);
                if (onlyIfOutdated
                        && schema.liveVersion(connection)
                                .filter(ReadModelSchema.version()::equals)
                                .isPresent()) {
                    connection.rollback();
                    return;
                }
                build(connection);
                connection.commit();
                schema.dropOld(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the read models could not be built: " + e.getMessage(), e);
        }
    }

    private void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(" + LOCK + ")")) {
            statement.setString(1, schema.live());
            statement.execute();
        }
    }

    private void build(Connection connection) throws SQLException {
        schema.createTables(connection, schema.rebuild());
        loadAll(connection, heads(connection));
        progress.accept("making the indexes");
        schema.createIndexes(connection);
        execute(connection, "ANALYZE account, customer, hold, transaction, posting, gl_day, journal_entry, rate");
        while (behind(heads(connection)) > FEW_EVENTS) {
            loadAll(connection, heads(connection));
        }
        for (TenantId tenant : heads(connection).keySet()) {
            ProjectionPosition.lock(connection, tenant);
        }
        loadAll(connection, heads(connection));
        for (Map.Entry<TenantId, Long> position : positions.entrySet()) {
            ProjectionPosition.move(connection, position.getKey(), 0, position.getValue());
        }
        schema.swap(connection);
    }

    private void loadAll(Connection connection, Map<TenantId, Long> heads) throws SQLException {
        for (Map.Entry<TenantId, Long> head : heads.entrySet()) {
            TenantId tenant = head.getKey();
            long through = head.getValue();
            Loading.load(store, events, connection, tenant, positionOf(tenant), through, everySecond(tenant, through));
            positions.put(tenant, through);
        }
    }

    private long positionOf(TenantId tenant) {
        return positions.getOrDefault(tenant, 0L);
    }

    private long behind(Map<TenantId, Long> heads) {
        return heads.entrySet().stream()
                .mapToLong(head -> head.getValue() - positionOf(head.getKey()))
                .sum();
    }

    private LongConsumer everySecond(TenantId tenant, long through) {
        long[] last = {System.nanoTime()};
        return position -> {
            if (System.nanoTime() - last[0] > PROGRESS_EVERY.toNanos()) {
                last[0] = System.nanoTime();
                progress.accept("read models of " + tenant + ": " + position + " of " + through + " events");
            }
        };
    }

    private static Map<TenantId, Long> heads(Connection connection) throws SQLException {
        Map<TenantId, Long> heads = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT tenant, position FROM chain_head ORDER BY tenant")) {
            while (rows.next()) {
                heads.put(new TenantId(rows.getString(1)), rows.getLong(2));
            }
        }
        return heads;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
