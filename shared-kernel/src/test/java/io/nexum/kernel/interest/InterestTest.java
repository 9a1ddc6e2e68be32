package io.nexum.kernel.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestTest {
    /** 10,000 * 5 % * 30 / 365 = 41.0958...; the others by the same hand. */
    @ParameterizedTest
    @CsvSource({
        "10000, USD, 0.05, ACTUAL_365, 2024-01-01, 2024-01-31, 41.10",
        "10000, USD, 0.05, ACTUAL_360, 2024-01-01, 2024-01-31, 41.67",
        "10000, USD, 0.05, ACTUAL_364, 2024-01-01, 2024-01-31, 41.21",
        "10000, USD, 0.05, ACTUAL_ACTUAL_ISDA, 2024-01-01, 2024-01-31, 40.98",
        "10000, USD, 0.05, ACTUAL_ACTUAL_ISDA, 2023-12-12, 2024-01-12, 42.42",
        "10000, USD, 0.05, THIRTY_360_EUROPEAN, 2024-01-01, 2024-02-01, 41.67",
        "1000000, JPY, 0.001, ACTUAL_365, 2024-01-01, 2024-01-31, 82",
        "1000, KWD, 0.03, ACTUAL_365, 2024-01-01, 2024-01-31, 2.466",
        "0, USD, 0.05, ACTUAL_365, 2024-01-01, 2024-01-31, 0.00",
        "10000, USD, 0.05, ACTUAL_365, 2024-01-01, 2024-01-01, 0.00"
    })
    void simple_interest_is_principal_by_rate_by_days(
            BigDecimal principal,
            String currency,
            BigDecimal rate,
            DayCount count,
            LocalDate from,
            LocalDate to,
            BigDecimal expected) {
        ExactInterest interest = Interest.simple(principal, rate, count, from, to);

        assertThat(rounded(interest, currency)).isEqualTo(Money.of(expected, Currency.of(currency)));
    }

    /** 10,000 at 5 % for a year: 1.05; 1.0125^4; (1 + 0.05/12)^12; (1 + 0.05/365)^365. */
    @ParameterizedTest
    @CsvSource({
        "ANNUALLY, 1, 500.00",
        "QUARTERLY, 4, 509.45",
        "MONTHLY, 12, 511.62",
        "DAILY, 365, 512.67",
        "ANNUALLY, 2, 1025.00",
        "MONTHLY, 0, 0.00"
    })
    void compound_interest_grows_by_the_power_of_its_periods(
            InterestFrequency frequency, int periods, BigDecimal expected) {
        ExactInterest interest = Interest.compound(new BigDecimal("10000"), new BigDecimal("0.05"), frequency, periods);

        assertThat(rounded(interest, "USD")).isEqualTo(Money.of(expected, Currency.of("USD")));
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_EVEN, 0.01, 0.12",
        "HALF_UP, 0.01, 0.13",
        "DOWN, 0.01, 0.12",
        "UP, 0.01, 0.13",
        "HALF_EVEN, 0.05, 0.10",
        "HALF_UP, 0.05, 0.15",
        "UP, 1, 1.00"
    })
    void an_amount_is_rounded_as_it_is_said(RoundingMode mode, BigDecimal unit, BigDecimal expected) {
        ExactInterest eighth = new ExactInterest(BigDecimal.ONE, BigDecimal.valueOf(8));

        assertThat(eighth.rounded(new InterestRounding(mode, unit), Currency.of("USD")))
                .isEqualTo(Money.of(expected, Currency.of("USD")));
    }

    @Test
    void a_rounding_says_how_and_to_what() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InterestRounding(RoundingMode.UNNECESSARY, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new InterestRounding(RoundingMode.DOWN, BigDecimal.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactInterest(BigDecimal.ONE, BigDecimal.valueOf(8))
                        .rounded(new InterestRounding(RoundingMode.DOWN, new BigDecimal("0.001")), Currency.of("USD")));
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2024-02-29, 2024-02-29, 2024-03-01",
        "MONTHLY, 2024-02-29, 2024-02-01, 2024-03-01",
        "QUARTERLY, 2024-02-29, 2024-01-01, 2024-04-01",
        "QUARTERLY, 2024-12-31, 2024-10-01, 2025-01-01",
        "ANNUALLY, 2024-02-29, 2024-01-01, 2025-01-01"
    })
    void periods_are_those_of_the_calendar(
            InterestFrequency frequency, LocalDate day, LocalDate start, LocalDate next) {
        assertThat(frequency.startOfPeriod(day)).isEqualTo(start);
        assertThat(frequency.startOfNext(day)).isEqualTo(next);
        assertThat(frequency.endsOn(next.minusDays(1))).isTrue();
    }

    private static Money rounded(ExactInterest interest, String currency) {
        return interest.rounded(InterestRounding.of(Currency.of(currency)), Currency.of(currency));
    }
}
