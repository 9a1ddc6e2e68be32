package io.nexum.query.tenant;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.BOOLEAN;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.tenant.TenantEvent;
import io.nexum.kernel.tenant.TenantEvent.TenantActivated;
import io.nexum.kernel.tenant.TenantEvent.TenantCreated;
import io.nexum.kernel.tenant.TenantEvent.TenantDeactivated;
import io.nexum.kernel.tenant.TenantEvent.TenantUpdated;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.EntityRows;
import io.nexum.query.readmodel.EntityRows.Column;
import io.nexum.query.readmodel.EntityRows.Row;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code registered_tenant}: each tenant as its last event left it. */
public final class TenantProjection implements Projection {
    private static final Column ID = new Column("id", TEXT);
    private static final Column CREATED_POSITION = new Column("created_position", BIGINT);
    private static final Column CODE = new Column("code", TEXT);
    private static final Column ACTIVE = new Column("active", BOOLEAN);
    private static final Column PROFILE = new Column("profile", TEXT);
    private static final Column CREATED_AT = new Column("created_at", TIMESTAMPTZ);
    private static final Column UPDATED_AT = new Column("updated_at", TIMESTAMPTZ);

    private final EntityRows<TenantId> tenants;

    /** @param registry whose log tells of tenants */
    public TenantProjection(TenantId registry) {
        this.tenants = new EntityRows<>("registered_tenant", registry, ID);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof TenantEvent event)) {
            return;
        }
        Row row = tenants.of(event.tenant()).set(UPDATED_AT, logged.recordedAt());
        switch (event) {
            case TenantCreated created ->
                row.begin()
                        .set(CREATED_POSITION, logged.position())
                        .set(CODE, created.code())
                        .set(ACTIVE, true)
                        .set(PROFILE, Json.text(created.profile()))
                        .set(CREATED_AT, logged.recordedAt());
            case TenantUpdated updated -> row.set(PROFILE, Json.text(updated.profile()));
            case TenantActivated _ -> row.set(ACTIVE, true);
            case TenantDeactivated _ -> row.set(ACTIVE, false);
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        tenants.write(connection);
    }
}
