package io.nexum.command.store.key;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Stores;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how the keys of a tenant stand and what was done to them; never a key. */
public final class KeyReport {
    private static final String CHANGES = """
            FROM (
                SELECT 'tenant_key_made' AS change, 't' || version AS key, '' AS by, created_at AS at
                FROM tenant_key WHERE tenant = :tenant
                UNION ALL
                SELECT scope || '_key_rotation_started', new_key, started_by, started_at
                FROM key_rotation WHERE tenant = :tenant
                UNION ALL
                SELECT scope || '_key_rotation_finished', new_key, started_by, finished_at
                FROM key_rotation WHERE tenant = :tenant AND finished_at IS NOT NULL
                UNION ALL
                SELECT 'data_key_destroyed', subject, '', destroyed_at
                FROM data_key WHERE tenant = :tenant AND destroyed_at IS NOT NULL
            ) changes
            """;

    private final Stores stores;

    public KeyReport(Stores stores) {
        this.stores = stores;
    }

    /**
     * @param tenantKey the version that wraps new data keys, 0 if there is none yet
     * @param masterKeys the names of the master keys that wrap the tenant's keys: two while that changes
     * @param dataKeys how many there are
     * @param onOlderTenantKey how many of them an older version still wraps
     * @param rotations those under way
     */
    public record Status(
            int tenantKey,
            List<String> masterKeys,
            long dataKeys,
            long onOlderTenantKey,
            long destroyed,
            List<Rotation> rotations) {}

    /** @param rewrapped how many keys it has wrapped anew so far */
    public record Rotation(String scope, String newKey, long rewrapped, String startedBy, Instant startedAt) {}

    /** @param by who wanted it; absent if it came by itself, or is told by the log */
    public record Change(String change, String key, Optional<String> by, Instant at) {}

    public Status status(TenantId tenant) {
        List<Rotation> rotations = database(tenant)
                .sql("""
                        SELECT scope, new_key, rewrapped, started_by, started_at FROM key_rotation
                        WHERE tenant = :tenant AND finished_at IS NULL ORDER BY started_at
                        """)
                .param("tenant", tenant.value())
                .query((row, number) -> new Rotation(
                        row.getString(1), row.getString(2), row.getLong(3), row.getString(4), instant(row, 5)))
                .list();
        return database(tenant)
                .sql("""
                        WITH newest AS (
                            SELECT coalesce(max(version), 0) AS version,
                                   coalesce(array_agg(DISTINCT split_part(wrapped, ':', 2)), '{}') AS masters
                            FROM tenant_key WHERE tenant = :tenant
                        )
                        SELECT newest.version, newest.masters,
                            (SELECT count(*) FROM data_key WHERE tenant = :tenant AND wrapped IS NOT NULL),
                            (SELECT count(*) FROM data_key
                             WHERE tenant = :tenant AND wrapped IS NOT NULL AND key_version < newest.version),
                            (SELECT count(*) FROM data_key WHERE tenant = :tenant AND destroyed_at IS NOT NULL)
                        FROM newest
                        """)
                .param("tenant", tenant.value())
                .query((row, number) -> new Status(
                        row.getInt(1),
                        List.of((String[]) row.getArray(2).getArray()),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        rotations))
                .single();
    }

    /** The newest first. */
    public Page<Change> changes(TenantId tenant, PageRequest page) {
        List<Change> items = database(tenant)
                .sql("SELECT * " + CHANGES + " ORDER BY at DESC, change, key LIMIT :limit OFFSET :skip")
                .param("tenant", tenant.value())
                .param("limit", page.limit())
                .param("skip", page.skip())
                .query((row, number) -> new Change(
                        row.getString("change"),
                        row.getString("key"),
                        Optional.of(row.getString("by")).filter(by -> !by.isEmpty()),
                        instant(row, 4)))
                .list();
        long total = database(tenant)
                .sql("SELECT count(*) " + CHANGES)
                .param("tenant", tenant.value())
                .query(Long.class)
                .single();
        return new Page<>(items, page.skip(), page.limit(), total);
    }

    private JdbcClient database(TenantId tenant) {
        return JdbcClient.create(stores.of(tenant));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
