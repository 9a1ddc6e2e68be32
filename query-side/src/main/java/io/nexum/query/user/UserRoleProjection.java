package io.nexum.query.user;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserEvent.RoleAssigned;
import io.nexum.kernel.user.UserEvent.RoleRevoked;
import io.nexum.kernel.user.UserEvent.UserCreated;
import io.nexum.kernel.user.UserId;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The table {@code bank_user_role}: which roles each user holds now. */
public final class UserRoleProjection implements Projection {
    private static final String INSERT = """
            INSERT INTO bank_user_role (tenant, user_id, role)
            SELECT * FROM :rows
            ON CONFLICT (tenant, user_id, role) DO NOTHING
            """;

    private static final String DELETE = """
            DELETE FROM bank_user_role h
            USING :rows AS r (tenant, user_id, role)
            WHERE h.tenant = r.tenant AND h.user_id = r.user_id AND h.role = r.role
            """;

    private record Holding(UserId user, RoleId role) {}

    private final TenantId tenant;

    /** The last word of the batch on each role of each user: whether they hold it. */
    private final Map<Holding, Boolean> changes = new LinkedHashMap<>();

    public UserRoleProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof UserCreated created) {
            created.roles().forEach(role -> changes.put(new Holding(created.user(), role), true));
        } else if (logged.event() instanceof RoleAssigned assigned) {
            changes.put(new Holding(assigned.user(), assigned.role()), true);
        } else if (logged.event() instanceof RoleRevoked revoked) {
            changes.put(new Holding(revoked.user(), revoked.role()), false);
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows held = new UnnestRows("text", "uuid", "text");
        UnnestRows lost = new UnnestRows("text", "uuid", "text");
        changes.forEach((holding, holds) -> (holds ? held : lost).add(tenant, holding.user(), holding.role()));
        held.write(connection, INSERT);
        lost.write(connection, DELETE);
    }
}
