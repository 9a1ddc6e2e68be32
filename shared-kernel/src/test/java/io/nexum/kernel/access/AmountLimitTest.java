package io.nexum.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.money.Money;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AmountLimitTest {
    private static AmountLimit usd(long amount) {
        return AmountLimit.of(Optional.of(Money.of(amount + ".00", "USD")));
    }

    private static AmountLimit eur(long amount) {
        return AmountLimit.of(Optional.of(Money.of(amount + ".00", "EUR")));
    }

    @Test
    void a_limit_allows_its_own_amount_and_none_above_it() {
        assertThat(usd(100).allows(Money.of("100.00", "USD"))).isTrue();
        assertThat(usd(100).allows(Money.of("100.01", "USD"))).isFalse();
    }

    @Test
    void a_limit_in_one_currency_leaves_no_way_round_it_in_another() {
        assertThat(usd(100).allows(Money.of("0.01", "EUR"))).isFalse();
        assertThat(usd(100).or(eur(5)).allows(Money.of("5.00", "EUR"))).isTrue();
    }

    @Test
    void no_limit_allows_everything_and_nothing_allows_nothing() {
        assertThat(AmountLimit.NONE.allows(Money.of("1000000", "JPY"))).isTrue();
        assertThat(AmountLimit.NOTHING.allows(Money.of("1", "JPY"))).isFalse();
        assertThat(usd(1).or(AmountLimit.NONE)).isEqualTo(AmountLimit.NONE);
        assertThat(usd(1).or(AmountLimit.NOTHING)).isEqualTo(usd(1));
    }

    @Property
    void two_limits_together_allow_what_either_allows(
            @ForAll @LongRange(min = 1, max = 100) long one,
            @ForAll @LongRange(min = 1, max = 100) long other,
            @ForAll @LongRange(min = 1, max = 100) long amount) {
        for (AmountLimit second : List.of(usd(other), eur(other), AmountLimit.NOTHING, AmountLimit.NONE)) {
            AmountLimit both = usd(one).or(second);
            for (String currency : List.of("USD", "EUR", "GBP")) {
                Money money = Money.of(amount + ".00", currency);
                assertThat(both.allows(money)).isEqualTo(usd(one).allows(money) || second.allows(money));
            }
            assertThat(both.covers(usd(one))).isTrue();
            assertThat(both.covers(second)).isTrue();
        }
    }

    @Test
    void no_limit_is_covered_only_by_no_limit() {
        assertThat(usd(100).covers(AmountLimit.NONE)).isFalse();
        assertThat(AmountLimit.NONE.covers(AmountLimit.NONE)).isTrue();
        assertThat(usd(100).covers(usd(101))).isFalse();
        assertThat(usd(100).covers(eur(1))).isFalse();
    }
}
