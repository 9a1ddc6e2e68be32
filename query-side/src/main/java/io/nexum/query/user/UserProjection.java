package io.nexum.query.user;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.user.UserEvent;
import io.nexum.kernel.user.UserEvent.RoleAssigned;
import io.nexum.kernel.user.UserEvent.RoleRevoked;
import io.nexum.kernel.user.UserEvent.UserActivated;
import io.nexum.kernel.user.UserEvent.UserCreated;
import io.nexum.kernel.user.UserEvent.UserDeactivated;
import io.nexum.kernel.user.UserEvent.UserLocked;
import io.nexum.kernel.user.UserEvent.UserUnlocked;
import io.nexum.kernel.user.UserEvent.UserUpdated;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserStatus;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.SealedColumns;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code bank_user}: each user as their last event left them. */
public final class UserProjection implements Projection {
    static final String CONTACT = "contact";
    static final String METADATA = "metadata";

    private static final String INSERT = """
            INSERT INTO bank_user (tenant, id, created_position, username, contact, branch_id, status, metadata,
                created_at, updated_at)
            SELECT * FROM :rows
            """;

    private static final String UPDATE = """
            UPDATE bank_user u
            SET contact = coalesce(r.contact, u.contact),
                branch_id = coalesce(r.branch_id, u.branch_id),
                status = coalesce(r.status, u.status),
                updated_at = r.updated_at
            FROM :rows AS r (tenant, id, contact, branch_id, status, updated_at)
            WHERE u.tenant = r.tenant AND u.id = r.id
            """;

    private final TenantId tenant;
    private final SealedColumns columns;
    private final Map<UserId, Change> changes = new HashMap<>();

    public UserProjection(TenantId tenant, PersonalData personal) {
        this.tenant = tenant;
        this.columns = new SealedColumns(personal, tenant);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof UserEvent event)) {
            return;
        }
        Change change = changes.computeIfAbsent(event.user(), id -> new Change());
        change.updatedAt = logged.recordedAt();
        switch (event) {
            case UserCreated created -> change.create(created, logged, columns);
            case UserUpdated updated ->
                change.describe(columns.seal(event.stream(), CONTACT, updated.contact()), updated.branchId());
            case UserActivated activated -> change.status = UserStatus.ACTIVE;
            case UserUnlocked unlocked -> change.status = UserStatus.ACTIVE;
            case UserLocked locked -> change.status = UserStatus.LOCKED;
            case UserDeactivated deactivated -> change.status = UserStatus.INACTIVE;
            case RoleAssigned assigned -> {}
            case RoleRevoked revoked -> {}
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows created = new UnnestRows(
                "text", "uuid", "bigint", "text", "text", "text", "text", "text", "timestamptz", "timestamptz");
        UnnestRows changed = new UnnestRows("text", "uuid", "text", "text", "text", "timestamptz");
        changes.forEach((id, change) -> {
            UserCreated event = change.created;
            if (event == null) {
                changed.add(tenant, id, change.contact, change.branchId, change.status, change.updatedAt);
            } else {
                created.add(
                        tenant,
                        id,
                        change.createdPosition,
                        event.username(),
                        change.contact,
                        change.branchId,
                        change.status,
                        columns.seal(event.stream(), METADATA, event.metadata()),
                        change.createdAt,
                        change.updatedAt);
            }
        });
        created.write(connection, INSERT);
        changed.write(connection, UPDATE);
    }

    /** What a batch changes of one user; what it leaves alone is null. */
    private static final class Change {
        private @Nullable UserCreated created;
        private long createdPosition;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private @Nullable String contact;
        private @Nullable String branchId;
        private @Nullable UserStatus status;

        private void create(UserCreated event, LoggedEvent logged, SealedColumns columns) {
            created = event;
            createdPosition = logged.position();
            createdAt = logged.recordedAt();
            status = event.status();
            describe(columns.seal(event.stream(), CONTACT, event.contact()), event.branchId());
        }

        private void describe(String newContact, Optional<String> newBranch) {
            contact = newContact;
            branchId = newBranch.orElse(null);
        }
    }
}
