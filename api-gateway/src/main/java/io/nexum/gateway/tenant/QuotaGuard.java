package io.nexum.gateway.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.QueryContext.Consistency;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.Quota;
import io.nexum.kernel.tenant.TenantQuery.GetQuotaUse;
import io.nexum.kernel.tenant.TenantQuery.QuotaUse;
import io.nexum.kernel.tenant.TenantRefusal.QuotaExceeded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps tenants within their quotas. What is used is read from the read models now and then, and counted on from there.
 * So a tenant can get a little beyond a quota that it uses up fast or on several nodes. The tenant that runs the
 * installation has no quotas.
 */
public final class QuotaGuard {
    private static final Duration REREAD = Duration.ofSeconds(2);
    private static final int TENANTS_CACHED = 10_000;

    private final Tenants tenants;
    private final Queries queries;
    private final boolean enabled;
    private final Cache<TenantId, Use> uses = Caffeine.newBuilder()
            .maximumSize(TENANTS_CACHED)
            .expireAfterWrite(REREAD)
            .build();

    public QuotaGuard(Tenants tenants, Queries queries, boolean enabled) {
        this.tenants = tenants;
        this.queries = queries;
        this.enabled = enabled;
    }

    /** @throws RefusedException if the tenant may not have or do so much more */
    void mustHaveRoom(TenantId tenant, Quota quota, long more, Instant at) {
        limit(tenant, quota)
                .filter(limit -> use(tenant, at).of(quota) + more > limit)
                .ifPresent(limit -> {
                    throw new RefusedException(new QuotaExceeded(quota, limit, end(quota, at)));
                });
    }

    /** The tenant has or did so much more. */
    void used(TenantId tenant, Quota quota, long more, Instant at) {
        if (limit(tenant, quota).isPresent()) {
            use(tenant, at).add(quota, more);
        }
    }

    /** How much of it the tenant may have or do, if that is bounded. */
    Optional<Integer> limit(TenantId tenant, Quota quota) {
        return enabled && !tenant.equals(TenantId.DEFAULT)
                ? tenants.find(tenant).map(found -> found.profile().quotas().of(quota))
                : Optional.empty();
    }

    static Optional<Instant> end(Quota quota, Instant at) {
        return switch (quota) {
            case USERS, ACCOUNTS -> Optional.empty();
            case DAILY_TRANSACTIONS ->
                Optional.of(at.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
            case HOURLY_API_CALLS ->
                Optional.of(at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
        };
    }

    private Use use(TenantId tenant, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Use use = Objects.requireNonNull(uses.get(tenant, t -> read(t, day)));
        if (!use.day().equals(day)) {
            use = read(tenant, day);
            uses.put(tenant, use);
        }
        return use;
    }

    private Use read(TenantId tenant, LocalDate day) {
        return new Use(
                day, queries.ask(new GetQuotaUse(day), new QueryContext(tenant, Consistency.EVENTUAL)), counters());
    }

    private static Map<Quota, LongAdder> counters() {
        Map<Quota, LongAdder> counters = new EnumMap<>(Quota.class);
        for (Quota quota : Quota.values()) {
            counters.put(quota, new LongAdder());
        }
        return counters;
    }

    /** What was used when it was read last, and what was counted since. */
    private record Use(LocalDate day, QuotaUse read, Map<Quota, LongAdder> since) {
        long of(Quota quota) {
            long before = switch (quota) {
                case USERS -> read.users();
                case ACCOUNTS -> read.accounts();
                case DAILY_TRANSACTIONS -> read.transactions();
                case HOURLY_API_CALLS -> 0;
            };
            return before + since(quota).sum();
        }

        void add(Quota quota, long more) {
            since(quota).add(more);
        }

        private LongAdder since(Quota quota) {
            return Objects.requireNonNull(since.get(quota));
        }
    }
}
