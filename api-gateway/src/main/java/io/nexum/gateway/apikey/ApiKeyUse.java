package io.nexum.gateway.apikey;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.store.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * About when each key was used last, to the minute. It is noted in memory and written to the table {@code api_key_use}
 * now and then, so that no request costs a write; a crash loses the last of it.
 */
final class ApiKeyUse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyUse.class);
    private static final Duration WRITE_EVERY = Duration.ofSeconds(15);
    /** Keys that are used between two writes. Beyond it some are not noted; they will be when they are used again. */
    private static final int MOST_NOTED = 100_000;

    private static final String UPSERT = """
            INSERT INTO api_key_use AS u (tenant, key_id, last_used_at) VALUES (?, ?, ?)
            ON CONFLICT (tenant, key_id) DO UPDATE SET last_used_at = EXCLUDED.last_used_at
            WHERE u.last_used_at < EXCLUDED.last_used_at
            """;

    private final Stores stores;
    private final Map<TenantId, Map<ApiKeyId, Instant>> fresh = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("api-key-use").unstarted(this::run);

    ApiKeyUse(Stores stores) {
        this.stores = stores;
    }

    static ApiKeyUse start(Stores stores) {
        ApiKeyUse use = new ApiKeyUse(stores);
        use.thread.start();
        return use;
    }

    void note(TenantId tenant, ApiKeyId key, Instant at) {
        Map<ApiKeyId, Instant> ofTenant = fresh.computeIfAbsent(tenant, t -> new ConcurrentHashMap<>());
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(ofTenant.get(key)) && ofTenant.size() < MOST_NOTED) {
            ofTenant.put(key, minute);
        }
    }

    /** Those of the keys that were ever used. */
    Map<ApiKeyId, Instant> of(TenantId tenant, List<ApiKeyId> keys) {
        Map<ApiKeyId, Instant> known = new HashMap<>();
        if (keys.isEmpty()) {
            return known;
        }
        JdbcClient.create(stores.of(tenant))
                .sql("SELECT key_id, last_used_at FROM api_key_use WHERE tenant = :tenant AND key_id IN (:keys)")
                .param("tenant", tenant.value())
                .param("keys", keys.stream().map(ApiKeyId::value).toList())
                .query(row -> {
                    known.put(
                            new ApiKeyId(row.getObject("key_id", UUID.class)),
                            row.getObject("last_used_at", OffsetDateTime.class).toInstant());
                });
        Map<ApiKeyId, Instant> here = fresh.getOrDefault(tenant, Map.of());
        keys.forEach(key -> {
            Instant used = here.get(key);
            if (used != null) {
                known.merge(key, used, (one, two) -> one.isBefore(two) ? two : one);
            }
        });
        return known;
    }

    private void run() {
        try {
            while (!stop.await(WRITE_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One batch a tenant: each sees its own tenant's rows alone, and one's failure is not another's. */
    synchronized void write() {
        for (TenantId tenant : fresh.keySet()) {
            Map<ApiKeyId, Instant> noted = fresh.getOrDefault(tenant, Map.of());
            Map<ApiKeyId, Instant> writing = Map.copyOf(noted);
            try {
                if (!writing.isEmpty()) {
                    write(tenant, writing);
                    writing.forEach(noted::remove); // unless it was used again meanwhile
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warn("When API keys of {} were used last is not written yet; trying again", tenant, e);
            }
        }
    }

    private void write(TenantId tenant, Map<ApiKeyId, Instant> used) throws SQLException {
        try (Connection connection = stores.of(tenant).getConnection();
                PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<ApiKeyId, Instant> entry : used.entrySet()) {
                statement.setString(1, tenant.value());
                statement.setObject(2, entry.getKey().value());
                statement.setObject(3, entry.getValue().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        stop.countDown();
        write();
    }
}
