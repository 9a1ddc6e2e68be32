package io.nexum.query.log;

import io.nexum.kernel.Query;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.query.readmodel.ReadDatabase;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees to it that an answer shows what the asker already knows of: it waits until the projections have reached the
 * entity's own last event, or for lists and books the end of the log as it was when the question came. When they are
 * level that costs one look at two rows.
 */
public final class Freshness {
    private final ReadDatabase database;
    private final Duration longestWait;

    public Freshness(ReadDatabase database, Duration longestWait) {
        this.database = database;
        this.longestWait = longestWait;
    }

    private record Level(long head, long projected) {}

    /**
     * @param progress of the projections of the tenant's store
     * @throws RefusedException if the projections don't get there in time
     */
    public void await(Query<?> query, QueryContext context, Progress progress) {
        if (context.consistency() == QueryContext.Consistency.EVENTUAL) {
            return;
        }
        TenantId tenant = context.tenant();
        Optional<Level> level = level(tenant);
        if (level.isEmpty() || level.get().projected() >= level.get().head()) {
            return;
        }
        long target = query.entity()
                .map(entity -> lastEventOf(entity, tenant))
                .orElse(level.get().head());
        if (level.get().projected() >= target || progress.await(tenant, target, longestWait)) {
            return;
        }
        throw new RefusedException(
                new Refusals.StoreUnavailable("the read side is behind: it shows the log up to position "
                        + progress.position(tenant) + ", not yet " + target + "; ask again shortly"));
    }

    private Optional<Level> level(TenantId tenant) {
        return database.of(tenant)
                .sql("""
                        SELECT h.position AS head, coalesce(p.position, 0) AS projected
                        FROM chain_head h LEFT JOIN projection_position p ON p.tenant = h.tenant
                        WHERE h.tenant = :tenant
                        """)
                .param("tenant", tenant.value())
                .query((row, number) -> new Level(row.getLong("head"), row.getLong("projected")))
                .optional();
    }

    private long lastEventOf(StreamId entity, TenantId tenant) {
        return database.of(tenant)
                .sql("""
                        SELECT position FROM event
                        WHERE tenant = :tenant AND stream = :stream
                        ORDER BY sequence DESC
                        LIMIT 1
                        """)
                .param("tenant", tenant.value())
                .param("stream", entity.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
