package io.nexum.query.role;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent.RoleCreated;
import io.nexum.kernel.role.RoleEvent.RoleDeleted;
import io.nexum.kernel.role.RoleEvent.RoleUpdated;
import io.nexum.kernel.role.RoleId;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table {@code role}: each role as it was last defined. */
public final class RoleProjection implements Projection {
    /** Position and instant are those of its creation, where the batch tells of it. */
    private record Defined(
            Optional<Long> createdPosition,
            RoleDefinition definition,
            Optional<Instant> createdAt,
            Instant updatedAt) {}

    private final TenantId tenant;

    /** The last word of the batch on each role: how it is, or that it is gone. */
    private final Map<RoleId, Optional<Defined>> changes = new HashMap<>();

    public RoleProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        Instant at = logged.recordedAt();
        if (logged.event() instanceof RoleCreated created) {
            Defined role = new Defined(Optional.of(logged.position()), created.definition(), Optional.of(at), at);
            changes.put(created.role(), Optional.of(role));
        } else if (logged.event() instanceof RoleUpdated updated) {
            Optional<Defined> before = changes.getOrDefault(updated.role(), Optional.empty());
            Defined role = new Defined(
                    before.flatMap(Defined::createdPosition),
                    updated.definition(),
                    before.flatMap(Defined::createdAt),
                    at);
            changes.put(updated.role(), Optional.of(role));
        } else if (logged.event() instanceof RoleDeleted deleted) {
            changes.put(deleted.role(), Optional.empty());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows there = new UnnestRows("role", tenant);
        UnnestRows gone = new UnnestRows("role", tenant);
        changes.forEach((id, change) -> {
            UnnestRows row = (change.isPresent() ? there : gone).row().key("id", TEXT, id);
            change.ifPresent(role -> row.setIfTold("created_position", BIGINT, role.createdPosition())
                    .set("definition", TEXT, Json.text(role.definition()))
                    .setIfTold("created_at", TIMESTAMPTZ, role.createdAt())
                    .set("updated_at", TIMESTAMPTZ, role.updatedAt()));
        });
        there.upsert(connection);
        gone.delete(connection);
    }
}
