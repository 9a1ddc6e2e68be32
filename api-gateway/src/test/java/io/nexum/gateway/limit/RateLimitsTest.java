package io.nexum.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.nexum.gateway.limit.Budget.Kind;
import io.nexum.gateway.limit.RateLimits.Count;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Budget ANN = new Budget(Kind.USER, "bank/ann", 60);
    private static final Budget BEN = new Budget(Kind.USER, "bank/ben", 60);
    private static final Budget BANK = new Budget(Kind.TENANT, "bank", 90);

    private final Hand hand = new Hand();
    private final RateLimits limits = new RateLimits(hand, true);

    /** A clock that goes when it is told to. */
    private static final class Hand implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private Count ask(Budget... budgets) {
        return limits.count(List.of(budgets)).orElseThrow();
    }

    private void askTimes(int times, Budget... budgets) {
        for (int i = 0; i < times; i++) {
            assertThat(ask(budgets).granted()).isTrue();
        }
    }

    @Test
    void a_whole_minutes_requests_are_granted_at_once_and_no_more() {
        askTimes(60, ANN);

        Count refused = ask(ANN);

        assertThat(refused.granted()).isFalse();
        assertThat(refused.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(refused.full()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_budget_fills_up_evenly() {
        askTimes(60, ANN);

        hand.pass(Duration.ofSeconds(3));

        askTimes(3, ANN);
        assertThat(ask(ANN).granted()).isFalse();
    }

    @Test
    void what_one_has_used_another_still_has() {
        askTimes(60, ANN);

        assertThat(ask(BEN).granted()).isTrue();
    }

    @Test
    void a_request_counts_for_its_user_and_for_the_tenant() {
        askTimes(50, ANN, BANK);
        askTimes(40, BEN, BANK);

        Count refused = ask(BEN, BANK);

        assertThat(refused.granted()).isFalse();
        assertThat(refused.tightest()).isEqualTo(BANK);
    }

    @Test
    void the_budget_with_the_least_left_is_the_one_that_is_told() {
        assertThat(ask(ANN, BANK).tightest()).isEqualTo(ANN);
        assertThat(ask(ANN, BANK).remaining()).isEqualTo(58);
    }

    @Test
    void without_a_budget_there_is_nothing_to_count() {
        assertThat(limits.count(List.of())).isEmpty();
    }

    @Test
    void what_was_granted_is_told_once_and_what_was_refused_is_not() {
        askTimes(60, ANN);
        ask(ANN);
        ask(BEN);

        assertThat(limits.takeRecentUse()).isEqualTo(Map.of(ANN, 60L, BEN, 1L));
        assertThat(limits.takeRecentUse()).isEmpty();
    }

    @Test
    void what_another_node_granted_is_gone_here_too() {
        limits.usedElsewhere(ANN, 61);

        Count refused = ask(ANN);

        assertThat(refused.granted()).isFalse();
        assertThat(refused.next()).isEqualTo(Duration.ofSeconds(2));
    }
}
