package io.nexum.query.apikey;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.apikey.ApiKeyEvent;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyCreated;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRotated;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.json.Json;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code api_key}: each key as its last event left it. */
public final class ApiKeyProjection implements Projection {
    private static final String INSERT = """
            INSERT INTO api_key (tenant, id, created_position, definition, secret_id, previous_secret, created_by,
                created_at, rotated_at, revoked_at)
            SELECT * FROM :rows
            """;
    private static final String ROTATE = """
            UPDATE api_key k
            SET secret_id = r.secret_id, previous_secret = r.previous_secret, rotated_at = r.rotated_at
            FROM :rows AS r (tenant, id, secret_id, previous_secret, rotated_at)
            WHERE k.tenant = r.tenant AND k.id = r.id
            """;
    private static final String REVOKE = """
            UPDATE api_key k SET revoked_at = r.revoked_at
            FROM :rows AS r (tenant, id, revoked_at)
            WHERE k.tenant = r.tenant AND k.id = r.id
            """;

    private final TenantId tenant;
    private final Map<ApiKeyId, Change> changes = new LinkedHashMap<>();

    public ApiKeyProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof ApiKeyEvent event)) {
            return;
        }
        Change change = changes.computeIfAbsent(event.key(), id -> new Change());
        switch (event) {
            case ApiKeyCreated created -> change.create(created, logged);
            case ApiKeyRotated rotated -> change.rotate(rotated, logged.recordedAt());
            case ApiKeyRevoked revoked -> change.revokedAt = logged.recordedAt();
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows created = new UnnestRows(
                "text", "uuid", "bigint", "text", "uuid", "text", "text", "timestamptz", "timestamptz", "timestamptz");
        UnnestRows rotated = new UnnestRows("text", "uuid", "uuid", "text", "timestamptz");
        UnnestRows revoked = new UnnestRows("text", "uuid", "timestamptz");
        changes.forEach((id, change) -> {
            if (change.created != null) {
                created.add(
                        tenant,
                        id,
                        change.createdPosition,
                        Json.text(change.created.definition()),
                        change.secretId,
                        change.previous,
                        change.createdBy,
                        change.createdAt,
                        change.rotatedAt,
                        change.revokedAt);
                return;
            }
            if (change.rotatedAt != null) {
                rotated.add(tenant, id, change.secretId, change.previous, change.rotatedAt);
            }
            if (change.revokedAt != null) {
                revoked.add(tenant, id, change.revokedAt);
            }
        });
        created.write(connection, INSERT);
        rotated.write(connection, ROTATE);
        revoked.write(connection, REVOKE);
    }

    /** What a batch changes of one key; what it leaves alone is null. */
    private static final class Change {
        private @Nullable ApiKeyCreated created;
        private long createdPosition;
        private @Nullable String createdBy;
        private @Nullable Instant createdAt;
        private @Nullable UUID secretId;
        private @Nullable String previous;
        private @Nullable Instant rotatedAt;
        private @Nullable Instant revokedAt;

        private void create(ApiKeyCreated event, LoggedEvent logged) {
            created = event;
            createdPosition = logged.position();
            createdBy = logged.user();
            createdAt = logged.recordedAt();
            secretId = event.secretId();
        }

        private void rotate(ApiKeyRotated event, Instant at) {
            secretId = event.secretId();
            previous = event.previous().map(Json::text).orElse(null);
            rotatedAt = at;
        }
    }
}
