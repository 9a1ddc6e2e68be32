package io.nexum.kernel.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.PaymentFrequency.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentDatesTest {
    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 1, MONTHS, CLAMP, 2024-02-29 2024-03-31 2024-04-30 2024-05-31",
        "2025-01-31, 1, MONTHS, ROLL, 2025-03-01 2025-03-31 2025-05-01 2025-05-31",
        "2025-01-30, 1, MONTHS, CLAMP, 2025-02-28 2025-03-30 2025-04-30 2025-05-30",
        "2023-11-30, 3, MONTHS, CLAMP, 2024-02-29 2024-05-30 2024-08-30 2024-11-30",
        "2024-02-29, 12, MONTHS, CLAMP, 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
        "2024-01-01, 1, HALF_MONTHS, CLAMP, 2024-01-16 2024-02-01 2024-02-16 2024-03-01",
        "2024-01-20, 1, HALF_MONTHS, CLAMP, 2024-02-05 2024-02-20 2024-03-05 2024-03-20",
        "2024-01-15, 1, HALF_MONTHS, CLAMP, 2024-01-30 2024-02-15 2024-02-29 2024-03-15",
        "2025-01-31, 1, HALF_MONTHS, ROLL, 2025-02-16 2025-03-01 2025-03-16 2025-03-31",
        "2024-02-19, 1, WEEKS, CLAMP, 2024-02-26 2024-03-04 2024-03-11 2024-03-18",
        "2024-02-19, 2, WEEKS, CLAMP, 2024-03-04 2024-03-18 2024-04-01 2024-04-15",
        "2024-01-01, 15, DAYS, CLAMP, 2024-01-16 2024-01-31 2024-02-15 2024-03-01"
    })
    void each_day_is_counted_from_the_first(LocalDate start, int every, Unit unit, MonthEnd monthEnd, String expected) {
        PaymentDates dates = new PaymentDates(start, new PaymentFrequency(every, unit), monthEnd);

        List<LocalDate> four = IntStream.rangeClosed(1, 4).mapToObj(dates::date).toList();

        assertThat(four)
                .isEqualTo(
                        Arrays.stream(expected.split(" ")).map(LocalDate::parse).toList());
    }

    @Test
    void a_part_of_a_month_is_its_days_over_the_days_of_the_month_that_it_is_part_of() {
        PaymentDates dates = new PaymentDates(LocalDate.parse("2024-01-01"), PaymentFrequency.MONTHLY, MonthEnd.CLAMP);

        BigDecimal months = dates.months(LocalDate.parse("2024-02-18"));

        assertThat(months.multiply(BigDecimal.valueOf(29)).setScale(30, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(BigDecimal.valueOf(29 + 17));
    }

    @Test
    void a_month_that_is_clamped_or_rolled_is_a_whole_month() {
        for (MonthEnd rule : MonthEnd.values()) {
            PaymentDates dates = new PaymentDates(LocalDate.parse("2025-01-31"), PaymentFrequency.MONTHLY, rule);
            for (int i = 0; i < 24; i++) {
                assertThat(dates.months(dates.date(i)))
                        .as("%s %d", rule, i)
                        .isEqualByComparingTo(BigDecimal.valueOf(i));
            }
        }
    }
}
