package io.nexum.gateway.tenant;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts each tenant's requests by the UTC hour. They are counted in memory and added to the table {@code api_call_hour}
 * now and then, all at once; what a crash takes with it was not billed. What other nodes have counted is known from the
 * last time that this one wrote.
 */
public final class ApiCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiCalls.class);
    private static final Duration WRITE_EVERY = Duration.ofSeconds(10);
    private static final Duration REMEMBERED = Duration.ofHours(2);

    private final Stores stores;
    private final Map<TenantHour, Count> counts = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("api-calls").unstarted(this::run);

    private ApiCalls(Stores stores) {
        this.stores = stores;
    }

    public static ApiCalls start(Stores stores) {
        ApiCalls calls = new ApiCalls(stores);
        calls.thread.start();
        return calls;
    }

    private record TenantHour(TenantId tenant, Instant hour) {}

    private static final class Count {
        private final AtomicLong fresh = new AtomicLong();
        private volatile long written;
    }

    /** Counts one more request, and tells how many the tenant has sent in this hour. */
    long count(TenantId tenant, Instant at) {
        Count count = Objects.requireNonNull(
                counts.computeIfAbsent(new TenantHour(tenant, at.truncatedTo(ChronoUnit.HOURS)), key -> new Count()));
        return count.fresh.incrementAndGet() + count.written;
    }

    /** How many the tenant has sent in each month, by the month's first day, UTC. */
    Map<LocalDate, Long> byMonth(TenantId tenant) {
        Map<LocalDate, Long> months = new HashMap<>();
        try (Connection connection = stores.of(tenant).getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT date_trunc('month', hour AT TIME ZONE 'UTC')::date, sum(calls)
                        FROM api_call_hour WHERE tenant = ? GROUP BY 1
                        """)) {
            statement.setString(1, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    months.put(rows.getObject(1, LocalDate.class), rows.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("API calls can't be read", e);
        }
        counts.forEach((key, count) -> {
            if (key.tenant().equals(tenant)) {
                months.merge(
                        LocalDate.ofInstant(key.hour(), ZoneOffset.UTC).withDayOfMonth(1),
                        count.fresh.get(),
                        Long::sum);
            }
        });
        return months;
    }

    private void run() {
        try {
            while (!stop.await(WRITE_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                write(Instant.now());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds what is fresh to the tables, and forgets hours that are long over. One tenant's failure is not another's. */
    synchronized void write(Instant now) {
        counts.forEach((key, count) -> {
            long fresh = count.fresh.get();
            try {
                if (fresh > 0) {
                    count.written = add(key, fresh);
                    count.fresh.addAndGet(-fresh);
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warn("API calls of {} are counted on and not written yet; trying again", key.tenant(), e);
            }
        });
        counts.keySet().removeIf(key -> key.hour().isBefore(now.minus(REMEMBERED)));
    }

    /** The hour's total after it. One statement a tenant: each sees its own tenant's row alone. */
    private long add(TenantHour key, long fresh) throws SQLException {
        try (Connection connection = stores.of(key.tenant()).getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO api_call_hour AS h (tenant, hour, calls) VALUES (?, ?, ?)
                        ON CONFLICT (tenant, hour) DO UPDATE SET calls = h.calls + EXCLUDED.calls
                        RETURNING calls
                        """)) {
            statement.setString(1, key.tenant().value());
            statement.setObject(2, OffsetDateTime.ofInstant(key.hour(), ZoneOffset.UTC));
            statement.setLong(3, fresh);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        stop.countDown();
        write(Instant.now());
    }
}
