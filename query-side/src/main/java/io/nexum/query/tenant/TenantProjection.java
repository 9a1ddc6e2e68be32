package io.nexum.query.tenant;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.tenant.TenantEvent;
import io.nexum.kernel.tenant.TenantEvent.TenantActivated;
import io.nexum.kernel.tenant.TenantEvent.TenantCreated;
import io.nexum.kernel.tenant.TenantEvent.TenantDeactivated;
import io.nexum.kernel.tenant.TenantEvent.TenantUpdated;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code registered_tenant}: each tenant as its last event left it. */
public final class TenantProjection implements Projection {
    private static final String INSERT = """
            INSERT INTO registered_tenant (tenant, id, created_position, code, active, profile, created_at, updated_at)
            SELECT * FROM :rows
            """;
    private static final String UPDATE = """
            UPDATE registered_tenant t
            SET active = coalesce(r.active, t.active),
                profile = coalesce(r.profile, t.profile),
                updated_at = r.updated_at
            FROM :rows AS r (tenant, id, active, profile, updated_at)
            WHERE t.tenant = r.tenant AND t.id = r.id
            """;

    private final TenantId registry;
    private final Map<TenantId, Change> changes = new LinkedHashMap<>();

    /** @param registry whose log tells of tenants */
    public TenantProjection(TenantId registry) {
        this.registry = registry;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof TenantEvent event)) {
            return;
        }
        Change change = changes.computeIfAbsent(event.tenant(), id -> new Change());
        change.updatedAt = logged.recordedAt();
        switch (event) {
            case TenantCreated created -> change.create(created, logged);
            case TenantUpdated updated -> change.profile = updated.profile();
            case TenantActivated activated -> change.active = true;
            case TenantDeactivated deactivated -> change.active = false;
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows created =
                new UnnestRows("text", "text", "bigint", "text", "boolean", "text", "timestamptz", "timestamptz");
        UnnestRows changed = new UnnestRows("text", "text", "boolean", "text", "timestamptz");
        changes.forEach((id, change) -> {
            String profile = change.profile == null ? null : Json.text(change.profile);
            if (change.created == null) {
                changed.add(registry, id, change.active, profile, change.updatedAt);
            } else {
                created.add(
                        registry,
                        id,
                        change.createdPosition,
                        change.created.code(),
                        change.active,
                        profile,
                        change.createdAt,
                        change.updatedAt);
            }
        });
        created.write(connection, INSERT);
        changed.write(connection, UPDATE);
    }

    /** What a batch changes of one tenant; what it leaves alone is null. */
    private static final class Change {
        private @Nullable TenantCreated created;
        private long createdPosition;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private @Nullable TenantProfile profile;
        private @Nullable Boolean active;

        private void create(TenantCreated event, LoggedEvent logged) {
            created = event;
            createdPosition = logged.position();
            createdAt = logged.recordedAt();
            profile = event.profile();
            active = true;
        }
    }
}
