package io.nexum.query.log;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a tenant's projections are behind its log.
 *
 * @param head the log's last position
 * @param projected the last position that the read models show
 * @param age how long the first event that they don't show has been in the log; zero if they are level
 */
public record LogLevel(TenantId tenant, long head, long projected, Duration age) {
    public long lag() {
        return Math.max(0, head - projected);
    }

    /** The levels of a store's tenants, those furthest behind first. */
    public static List<LogLevel> all(Store store) {
        return JdbcClient.create(store.owner())
                .sql("""
                        SELECT h.tenant, h.position AS head, coalesce(p.position, 0) AS projected,
                               coalesce(extract(epoch FROM clock_timestamp() - e.recorded_at), 0) AS seconds
                        FROM chain_head h
                        LEFT JOIN projection_position p ON p.tenant = h.tenant
                        LEFT JOIN event e ON e.tenant = h.tenant AND e.position = coalesce(p.position, 0) + 1
                        ORDER BY seconds DESC, h.tenant
                        """)
                .query((row, number) -> new LogLevel(
                        new TenantId(row.getString("tenant")),
                        row.getLong("head"),
                        row.getLong("projected"),
                        Duration.ofMillis(Math.max(0, Math.round(row.getDouble("seconds") * 1_000)))))
                .list();
    }
}
