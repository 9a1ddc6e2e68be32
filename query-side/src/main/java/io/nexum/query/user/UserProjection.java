package io.nexum.query.user;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;
import static io.nexum.query.readmodel.ColumnType.UUID;

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
import io.nexum.query.readmodel.EntityRows;
import io.nexum.query.readmodel.EntityRows.Column;
import io.nexum.query.readmodel.EntityRows.Row;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.SealedColumns;
import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code bank_user}: each user as their last event left them. */
public final class UserProjection implements Projection {
    private static final Column ID = new Column("id", UUID);
    private static final Column CREATED_POSITION = new Column("created_position", BIGINT);
    private static final Column USERNAME = new Column("username", TEXT);
    static final Column CONTACT = new Column("contact", TEXT);
    private static final Column BRANCH = new Column("branch_id", TEXT);
    private static final Column STATUS = new Column("status", TEXT);
    static final Column METADATA = new Column("metadata", TEXT);
    private static final Column CREATED_AT = new Column("created_at", TIMESTAMPTZ);
    private static final Column UPDATED_AT = new Column("updated_at", TIMESTAMPTZ);

    private final SealedColumns sealed;
    private final EntityRows<UserId> users;

    public UserProjection(TenantId tenant, PersonalData personal) {
        this.sealed = new SealedColumns(personal, tenant);
        this.users = new EntityRows<>("bank_user", tenant, ID);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof UserEvent event)) {
            return;
        }
        Row row = users.of(event.user()).set(UPDATED_AT, logged.recordedAt());
        UserStatus.setBy(event).ifPresent(status -> row.set(STATUS, status));
        switch (event) {
            case UserCreated created ->
                row.begin()
                        .set(CREATED_POSITION, logged.position())
                        .set(USERNAME, created.username())
                        .set(CONTACT, seal(event, CONTACT, created.contact()))
                        .set(BRANCH, created.branchId())
                        .set(METADATA, seal(event, METADATA, created.metadata()))
                        .set(CREATED_AT, logged.recordedAt());
            case UserUpdated updated ->
                row.set(CONTACT, seal(event, CONTACT, updated.contact())).set(BRANCH, updated.branchId());
            case UserActivated _, UserUnlocked _, UserLocked _, UserDeactivated _ -> {}
            case RoleAssigned _, RoleRevoked _ -> {}
        }
    }

    private String seal(UserEvent event, Column column, Object value) {
        return sealed.seal(event.stream(), column.name(), value);
    }

    @Override
    public void write(Connection connection) throws SQLException {
        users.write(connection);
    }
}
