package io.nexum.kernel.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.interest.RateTiers.Slice;
import io.nexum.kernel.interest.RateTiers.Tier;
import io.nexum.kernel.interest.RateTiers.Tiering;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceInterestTest {
    private static final LocalDate APRIL = LocalDate.parse("2024-04-01");
    private static final LocalDate MAY = LocalDate.parse("2024-05-01");

    /** 10,000, and from 11 April 20,000, and on the 21st 4,000 only. */
    private static final BalanceHistory CHANGING = BalanceHistory.startingOn(APRIL, new BigDecimal("10000"))
            .plus(LocalDate.parse("2024-04-21"), new BigDecimal("-16000"))
            .plus(LocalDate.parse("2024-04-11"), new BigDecimal("10000"));

    /** Ten days each of 10,000, 20,000 and 4,000: 340,000 days' money, 11,333.33 on average, 4,000 at least. */
    @ParameterizedTest
    @CsvSource({"DAILY, 46.58", "AVERAGE, 46.58", "MINIMUM, 16.44"})
    void the_method_says_which_balance_earns(BalanceMethod method, BigDecimal expected) {
        InterestTerms terms =
                new InterestTerms(RateTiers.flat(rate("0.05")), method, Optional.empty(), DayCount.ACTUAL_365);

        assertThat(usd(BalanceInterest.of(terms, CHANGING.runs(APRIL, MAY)))).isEqualTo(usd(expected));
    }

    /**
     * 1 % below 5,000, 2 % from 5,000, 3 % from 15,000, for a year of 360 days. Of 20,000: all at 3 % is 600, in bands
     * 50 + 200 + 150.
     */
    @ParameterizedTest
    @CsvSource({
        "WHOLE_BALANCE, 20000, 600.00",
        "BANDED, 20000, 400.00",
        "WHOLE_BALANCE, 15000, 450.00",
        "BANDED, 15000, 250.00",
        "WHOLE_BALANCE, 14999.99, 300.00",
        "WHOLE_BALANCE, 4999.99, 50.00",
        "BANDED, 4999.99, 50.00",
        "BANDED, -100, 0.00",
        "WHOLE_BALANCE, 0, 0.00"
    })
    void tiers_are_for_the_whole_balance_or_in_bands(Tiering tiering, BigDecimal balance, BigDecimal expected) {
        InterestTerms terms =
                new InterestTerms(tiers(tiering), BalanceMethod.DAILY, Optional.empty(), DayCount.THIRTY_360_EUROPEAN);
        BalanceHistory history = BalanceHistory.startingOn(APRIL, balance);

        assertThat(usd(BalanceInterest.of(terms, history.runs(APRIL, APRIL.plusYears(1)))))
                .isEqualTo(usd(expected));
    }

    @Test
    void a_mean_balance_finds_its_tier() {
        // On average 11,333.33: in bands 5,000 at 1 % and the rest at 2 %, a twelfth of it for a month of 30 days.
        InterestTerms terms = new InterestTerms(
                tiers(Tiering.BANDED), BalanceMethod.AVERAGE, Optional.empty(), DayCount.THIRTY_360_EUROPEAN);

        List<InterestLine> lines = BalanceInterest.lines(terms, CHANGING.runs(APRIL, MAY));

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().slices().getFirst()).isEqualTo(new Slice(new BigDecimal("5000"), rate("0.01")));
        assertThat(lines.getFirst().balance()).isBetween(rate("11333.3333"), rate("11333.3334"));
        assertThat(usd(lines.getFirst().interest())).isEqualTo(usd(rate("14.72")));
    }

    /** A quarter of 10,000 at 12 % by 30/360: 300 simple; 1.01^3 monthly; 1.03 quarterly. */
    @ParameterizedTest
    @CsvSource({"MONTHLY, 303.01", "QUARTERLY, 300.00", "ANNUALLY, 300.00"})
    void compounded_interest_earns_from_the_next_period_on(InterestFrequency frequency, BigDecimal expected) {
        InterestTerms terms = new InterestTerms(
                RateTiers.flat(rate("0.12")),
                BalanceMethod.DAILY,
                Optional.of(frequency),
                DayCount.THIRTY_360_EUROPEAN);
        BalanceHistory history = BalanceHistory.startingOn(APRIL, rate("10000"));

        assertThat(usd(BalanceInterest.of(terms, history.runs(APRIL, APRIL.plusMonths(3)))))
                .isEqualTo(usd(expected));
    }

    @Test
    void daily_compounding_of_a_year_is_the_textbooks() {
        InterestTerms terms = new InterestTerms(
                RateTiers.flat(rate("0.05")),
                BalanceMethod.DAILY,
                Optional.of(InterestFrequency.DAILY),
                DayCount.ACTUAL_365);
        BalanceHistory history = BalanceHistory.startingOn(APRIL, rate("10000"));

        assertThat(BalanceInterest.of(terms, history.runs(APRIL, APRIL.plusDays(365)))
                        .value()
                        .setScale(20, java.math.RoundingMode.HALF_EVEN))
                .isEqualTo(Interest.compound(rate("10000"), rate("0.05"), InterestFrequency.DAILY, 365)
                        .value()
                        .setScale(20, java.math.RoundingMode.HALF_EVEN));
    }

    @Test
    void each_step_of_a_calculation_is_shown() {
        List<InterestLine> lines = BalanceInterest.lines(
                InterestTerms.simple(rate("0.05"), DayCount.ACTUAL_365), CHANGING.runs(APRIL, MAY));

        assertThat(lines).extracting(InterestLine::days).containsExactly(10L, 10L, 10L);
        assertThat(lines).extracting(line -> line.balance().intValueExact()).containsExactly(10_000, 20_000, 4_000);
        assertThat(lines)
                .extracting(line -> usd(line.interest()))
                .containsExactly(usd(rate("13.70")), usd(rate("27.40")), usd(rate("5.48")));
    }

    @Test
    void a_history_that_forgets_its_beginning_tells_the_same_of_the_rest() {
        LocalDate later = LocalDate.parse("2024-04-15");

        BalanceHistory rest = CHANGING.from(later);

        assertThat(rest.runs(later, MAY)).isEqualTo(CHANGING.runs(later, MAY));
        assertThat(rest.on(later)).isEqualByComparingTo("20000");
        assertThatIllegalArgumentException().isThrownBy(() -> rest.runs(APRIL, MAY));
    }

    @Test
    void tiers_begin_at_zero_and_rise() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateTiers(Tiering.BANDED, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateTiers(Tiering.BANDED, List.of(new Tier(BigDecimal.ONE, BigDecimal.ONE))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateTiers(
                        Tiering.BANDED,
                        List.of(new Tier(BigDecimal.ZERO, BigDecimal.ONE), new Tier(BigDecimal.ZERO, BigDecimal.TWO))));
    }

    private static RateTiers tiers(Tiering tiering) {
        return new RateTiers(
                tiering,
                List.of(
                        new Tier(BigDecimal.ZERO, rate("0.01")),
                        new Tier(new BigDecimal("5000"), rate("0.02")),
                        new Tier(new BigDecimal("15000"), rate("0.03"))));
    }

    private static BigDecimal rate(String text) {
        return new BigDecimal(text);
    }

    private static Money usd(BigDecimal amount) {
        return Money.of(amount, Currency.of("USD"));
    }

    private static Money usd(ExactInterest interest) {
        return interest.rounded(InterestRounding.of(Currency.of("USD")), Currency.of("USD"));
    }
}
