package io.nexum.command.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds of every conversion. */
class ConversionPropertyTest {
    private static final Currency USD = Currency.of("USD");
    private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration OLDEST = Duration.ofHours(24);

    @Property
    void a_conversion_is_off_by_half_a_smallest_unit_at_most(
            @ForAll("targets") Currency to,
            @ForAll("rates") BigDecimal rate,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long cents) {
        Money amount = usd(cents);
        BigDecimal exact = amount.amount().multiply(rate);
        Assume.that(exact.compareTo(BigDecimal.ONE) > 0);

        Conversion conversion = Conversion.of(amount, to, quoted(USD, to, rate), Optional.empty(), AT, OLDEST);

        BigDecimal half = BigDecimal.valueOf(5, to.decimals() + 1);
        assertThat(conversion.rate()).isEqualTo(rate);
        assertThat(conversion.converted().currency()).isSameAs(to);
        assertThat(conversion.converted().amount().subtract(exact).abs()).isLessThanOrEqualTo(half);
    }

    @Property
    void an_inverse_quotation_converts_as_its_reciprocal(
            @ForAll("targets") Currency to,
            @ForAll("rates") BigDecimal rate,
            @ForAll @LongRange(min = 1, max = 1_000_000) long cents) {
        Money amount = usd(cents);
        BigDecimal exact = amount.amount().divide(rate, 30, java.math.RoundingMode.HALF_EVEN);
        Assume.that(exact.compareTo(BigDecimal.ONE) > 0);

        Conversion conversion = Conversion.of(amount, to, Optional.empty(), quoted(to, USD, rate), AT, OLDEST);

        BigDecimal most =
                BigDecimal.valueOf(5, to.decimals() + 1).add(amount.amount().multiply(BigDecimal.valueOf(1, 12)));
        assertThat(conversion.converted().amount().subtract(exact).abs()).isLessThanOrEqualTo(most);
    }

    @Property
    void a_quotation_serves_until_it_is_too_old_and_not_a_moment_longer(@ForAll("ages") Duration age) {
        Optional<ExchangeRate> rate = Optional.of(rate(USD, Currency.of("EUR"), BigDecimal.ONE, AT.minus(age)));
        boolean stale = age.compareTo(OLDEST) > 0;

        if (stale) {
            assertThatThrownBy(() -> Conversion.of(usd(100), Currency.of("EUR"), rate, Optional.empty(), AT, OLDEST))
                    .isInstanceOf(RefusedException.class);
        } else {
            assertThat(Conversion.of(usd(100), Currency.of("EUR"), rate, Optional.empty(), AT, OLDEST)
                            .converted())
                    .isEqualTo(Money.of("1.00", "EUR"));
        }
    }

    @Provide
    Arbitrary<Currency> targets() {
        return Arbitraries.of("JPY", "EUR", "KWD", "CLF").map(Currency::of);
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.longs().between(1, 1_000_000_000_000L).map(digits -> BigDecimal.valueOf(digits, 8));
    }

    @Provide
    Arbitrary<Duration> ages() {
        return Arbitraries.longs()
                .between(OLDEST.toNanos() / 1000 - 1000, OLDEST.toNanos() / 1000 + 1000)
                .map(micros -> Duration.ofNanos(micros * 1000));
    }

    private static Optional<ExchangeRate> quoted(Currency base, Currency quote, BigDecimal rate) {
        return Optional.of(rate(base, quote, rate, AT));
    }

    private static ExchangeRate rate(Currency base, Currency quote, BigDecimal rate, Instant at) {
        return new ExchangeRate(new RateId(UUID.randomUUID()), base, quote, rate, "a test", at);
    }

    private static Money usd(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), USD);
    }
}
