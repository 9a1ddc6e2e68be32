package io.nexum.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what is asked for against the budgets of those who ask. A budget is a bucket of as many tokens as it has
 * requests a minute, which fills up evenly again: a burst is granted, a constant excess is not.
 */
public final class RateLimits {
    /** Beyond this the budgets that were asked for least recently start anew, so memory is bounded whoever asks. */
    private static final int MOST_BUDGETS = 100_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TimeMeter meter;
    private final boolean shared;
    private final Map<Budget, LongAdder> recentUse = new ConcurrentHashMap<>();
    // A budget that nobody has asked for is full again after a minute, as a new one is.
    private final Cache<Budget, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUDGETS)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    /** @param shared whether {@link #takeRecentUse} is going to be asked for what is counted here */
    RateLimits(TimeMeter meter, boolean shared) {
        this.meter = meter;
        this.shared = shared;
    }

    /**
     * What became of a request.
     *
     * @param tightest the budget that refused it, else the one that has the least left
     * @param remaining how many more requests the budget has now
     * @param next how long until it grants a request
     * @param full how long until it grants all of its requests again
     */
    record Count(boolean granted, Budget tightest, long remaining, Duration next, Duration full) {
        private static Count of(Budget budget, ConsumptionProbe probe) {
            return new Count(
                    probe.isConsumed(),
                    budget,
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForRefill()),
                    Duration.ofNanos(probe.getNanosToWaitForReset()));
        }
    }

    /** Counts one request against each budget, up to one that refuses it. Empty if there is no budget. */
    Optional<Count> count(List<Budget> budgets) {
        Count tightest = null;
        for (Budget budget : budgets) {
            Count count = Count.of(budget, bucket(budget).tryConsumeAndReturnRemaining(1));
            if (!count.granted()) {
                return Optional.of(count);
            }
            if (shared) {
                recentUse.computeIfAbsent(budget, b -> new LongAdder()).increment();
            }
            if (tightest == null || count.remaining() < tightest.remaining()) {
                tightest = count;
            }
        }
        return Optional.ofNullable(tightest);
    }

    /** What was granted here since this was asked last. */
    Map<Budget, Long> takeRecentUse() {
        Map<Budget, Long> taken = new HashMap<>();
        recentUse
                .keySet()
                .forEach(budget -> recentUse.computeIfPresent(budget, (b, used) -> {
                    taken.put(b, used.sum());
                    return null;
                }));
        return taken;
    }

    /** Counts what another node has granted, whether or not there is as much left. */
    void usedElsewhere(Budget budget, long requests) {
        bucket(budget).consumeIgnoringRateLimits(requests);
    }

    private Bucket bucket(Budget budget) {
        return Objects.requireNonNull(buckets.get(budget, this::full));
    }

    private Bucket full(Budget budget) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(budget.perMinute()).refillGreedy(budget.perMinute(), MINUTE))
                .withCustomTimePrecision(meter)
                .build();
    }
}
