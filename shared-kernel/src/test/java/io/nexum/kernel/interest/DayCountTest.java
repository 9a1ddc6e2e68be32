package io.nexum.kernel.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCountTest {
    /** The days are written down by hand: {@code a/b} or {@code a/b + c/d}. */
    @ParameterizedTest
    @CsvSource({
        "ACTUAL_365, 2024-01-01, 2025-01-01, 366/365",
        "ACTUAL_360, 2024-01-01, 2024-02-01, 31/360",
        "ACTUAL_364, 2024-02-26, 2024-03-04, 7/364",
        "THIRTY_360_US, 2024-01-15, 2024-02-15, 30/360",
        "THIRTY_360_US, 2024-01-31, 2024-03-31, 60/360",
        "THIRTY_360_US, 2024-01-30, 2024-03-31, 60/360",
        "THIRTY_360_US, 2024-01-29, 2024-03-31, 62/360",
        "THIRTY_360_US, 2024-02-29, 2024-03-31, 30/360",
        "THIRTY_360_US, 2024-02-28, 2024-03-31, 33/360",
        "THIRTY_360_US, 2023-02-28, 2024-02-29, 360/360",
        "THIRTY_360_EUROPEAN, 2024-01-31, 2024-03-31, 60/360",
        "THIRTY_360_EUROPEAN, 2024-01-29, 2024-03-31, 61/360",
        "THIRTY_360_EUROPEAN, 2024-02-29, 2024-03-31, 31/360",
        "THIRTY_360_EUROPEAN, 2023-02-28, 2024-02-29, 361/360",
        "ACTUAL_ACTUAL_ISDA, 2023-12-12, 2024-01-12, 20/365 + 11/366",
        "ACTUAL_ACTUAL_DEC31, 2023-12-12, 2024-01-12, 19/365 + 12/366",
        "ACTUAL_ACTUAL_DEC31, 2023-12-31, 2024-01-31, 31/366",
        "ACTUAL_ACTUAL_ISDA, 2023-07-01, 2025-07-01, 184/365 + 366/366 + 181/365",
        "ACTUAL_ACTUAL_ISDA, 2024-01-01, 2025-01-01, 366/366",
        "ACTUAL_365, 2024-05-05, 2024-05-05, 0/365"
    })
    void a_part_of_a_year_is_days_over_the_days_of_the_year(
            DayCount count, LocalDate from, LocalDate to, String fractions) {
        BigDecimal expected = BigDecimal.ZERO;
        for (String fraction : fractions.split(" \\+ ", -1)) {
            String[] parts = fraction.split("/", -1);
            expected = expected.add(new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), DayCount.PRECISION));
        }

        assertThat(count.yearFraction(from, to)).isEqualByComparingTo(expected);
    }

    @Test
    void a_factor_is_kept_to_twelve_digits() {
        BigDecimal factor = DayCount.ACTUAL_365.factor(
                new BigDecimal("0.094822"), LocalDate.parse("2024-01-01"), LocalDate.parse("2024-01-16"));

        assertThat(factor).isEqualByComparingTo("0.00389679452055");
    }

    @Test
    void a_period_does_not_run_backwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DayCount.ACTUAL_365.yearFraction(LocalDate.parse("2024-01-02"), LocalDate.parse("2024-01-01")));
    }
}
