package io.nexum.query.apikey;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;
import static io.nexum.query.readmodel.ColumnType.UUID;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.apikey.ApiKeyEvent;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyCreated;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRotated;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.json.Json;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.EntityRows;
import io.nexum.query.readmodel.EntityRows.Column;
import io.nexum.query.readmodel.EntityRows.Row;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The table {@code api_key}: each key as its last event left it. */
public final class ApiKeyProjection implements Projection {
    private static final Column ID = new Column("id", UUID);
    private static final Column CREATED_POSITION = new Column("created_position", BIGINT);
    private static final Column DEFINITION = new Column("definition", TEXT);
    private static final Column SECRET = new Column("secret_id", UUID);
    private static final Column PREVIOUS_SECRET = new Column("previous_secret", TEXT);
    private static final Column CREATED_BY = new Column("created_by", TEXT);
    private static final Column CREATED_AT = new Column("created_at", TIMESTAMPTZ);
    private static final Column ROTATED_AT = new Column("rotated_at", TIMESTAMPTZ);
    private static final Column REVOKED_AT = new Column("revoked_at", TIMESTAMPTZ);

    private final EntityRows<ApiKeyId> keys;

    public ApiKeyProjection(TenantId tenant) {
        this.keys = new EntityRows<>("api_key", tenant, ID);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof ApiKeyEvent event)) {
            return;
        }
        Row row = keys.of(event.key());
        switch (event) {
            case ApiKeyCreated created ->
                row.begin()
                        .set(CREATED_POSITION, logged.position())
                        .set(DEFINITION, Json.text(created.definition()))
                        .set(SECRET, created.secretId())
                        .set(CREATED_BY, logged.user())
                        .set(CREATED_AT, logged.recordedAt());
            case ApiKeyRotated rotated ->
                row.set(SECRET, rotated.secretId())
                        .set(PREVIOUS_SECRET, rotated.previous().map(Json::text))
                        .set(ROTATED_AT, logged.recordedAt());
            case ApiKeyRevoked _ -> row.set(REVOKED_AT, logged.recordedAt());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        keys.write(connection);
    }
}
