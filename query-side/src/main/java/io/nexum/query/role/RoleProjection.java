package io.nexum.query.role;

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
    private static final String UPSERT = """
            INSERT INTO role AS r (tenant, id, created_position, definition, created_at, updated_at)
            SELECT * FROM :rows
            ON CONFLICT (tenant, id) DO UPDATE
            SET created_position = coalesce(EXCLUDED.created_position, r.created_position),
                definition = EXCLUDED.definition,
                created_at = coalesce(EXCLUDED.created_at, r.created_at),
                updated_at = EXCLUDED.updated_at
            """;

    private static final String DELETE = """
            DELETE FROM role r
            USING :rows AS gone (tenant, id)
            WHERE r.tenant = gone.tenant AND r.id = gone.id
            """;

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
        UnnestRows there = new UnnestRows("text", "text", "bigint", "text", "timestamptz", "timestamptz");
        UnnestRows gone = new UnnestRows("text", "text");
        changes.forEach((id, change) -> change.ifPresentOrElse(
                role -> there.add(
                        tenant,
                        id,
                        role.createdPosition(),
                        Json.text(role.definition()),
                        role.createdAt(),
                        role.updatedAt()),
                () -> gone.add(tenant, id)));
        there.write(connection, UPSERT);
        gone.write(connection, DELETE);
    }
}
