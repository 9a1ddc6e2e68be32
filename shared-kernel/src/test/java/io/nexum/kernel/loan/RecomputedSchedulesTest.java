package io.nexum.kernel.loan;

import static io.nexum.kernel.loan.Agreed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.PaymentFrequency.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Schedules that were worked out apart, by another program of the same conventions: number, day, principal, interest,
 * payment, balance.
 */
class RecomputedSchedulesTest {
    private static List<String> lines(Agreed agreed) {
        return agreed.schedule().installments().stream()
                .map(line -> String.join(
                        ",",
                        Integer.toString(line.number()),
                        line.due().toString(),
                        line.principal().amount().toPlainString(),
                        line.interest().amount().toPlainString(),
                        line.payment().amount().toPlainString(),
                        line.balance().amount().toPlainString()))
                .toList();
    }

    @Test
    void a_rate_that_changes_before_on_and_after_a_due_day_sets_the_instalment_anew_each_time() {
        Agreed agreed = loan("1000", "2024-01-01", "12", 6)
                .rateFrom("2024-01-20", "9")
                .rateFrom("2024-03-01", "6")
                .rateFrom("2024-05-02", "18");

        assertThat(lines(agreed))
                .containsExactly(
                        "1,2024-02-01,162.30,9.03,171.33,837.70",
                        "2,2024-03-01,165.05,6.28,171.33,672.65",
                        "3,2024-04-01,166.91,3.36,170.27,505.74",
                        "4,2024-05-01,167.74,2.53,170.27,338.00",
                        "5,2024-06-01,167.80,4.96,172.76,170.20",
                        "6,2024-07-01,170.20,2.55,172.75,0.00");
    }

    @Test
    void each_disbursement_is_paid_down_on_its_day_and_sets_the_instalment_anew() {
        Agreed agreed = loan("1000", "2024-01-01", "9.49", 4)
                .dayCount(DayCount.ACTUAL_365)
                .down("25")
                .paidOut("2024-02-01", "501")
                .paidOut("2024-02-15", "300");

        assertThat(lines(agreed))
                .containsExactly(
                        "1,2024-01-01,250.00,0.00,250.00,750.00",
                        "2,2024-02-01,185.17,6.04,191.21,564.83",
                        "3,2024-02-01,125.25,0.00,125.25,940.58",
                        "4,2024-02-15,75.00,0.00,75.00,1165.58",
                        "5,2024-03-01,386.32,7.97,394.29,779.26",
                        "6,2024-04-01,388.01,6.28,394.29,391.25",
                        "7,2024-05-01,391.25,3.05,394.30,0.00");
    }

    @Test
    void a_week_of_a_year_of_364_days() {
        Agreed agreed = loan("1000", "2024-02-19", "26", 6)
                .every(PaymentFrequency.WEEKLY)
                .dayCount(DayCount.ACTUAL_364);

        assertThat(lines(agreed))
                .containsExactly(
                        "1,2024-02-26,164.60,5.00,169.60,835.40",
                        "2,2024-03-04,165.42,4.18,169.60,669.98",
                        "3,2024-03-11,166.25,3.35,169.60,503.73",
                        "4,2024-03-18,167.08,2.52,169.60,336.65",
                        "5,2024-03-25,167.92,1.68,169.60,168.73",
                        "6,2024-04-01,168.73,0.84,169.57,0.00");
    }

    @Test
    void two_weeks_of_a_year_of_360_days() {
        Agreed agreed = loan("1000", "2024-02-19", "18", 6).every(PaymentFrequency.BI_WEEKLY);

        assertThat(lines(agreed))
                .containsExactly(
                        "1,2024-03-04,163.77,7.00,170.77,836.23",
                        "2,2024-03-18,164.92,5.85,170.77,671.31",
                        "3,2024-04-01,166.07,4.70,170.77,505.24",
                        "4,2024-04-15,167.23,3.54,170.77,338.01",
                        "5,2024-04-29,168.40,2.37,170.77,169.61",
                        "6,2024-05-13,169.61,1.19,170.80,0.00");
    }

    @Test
    void every_15_days_into_a_leap_year_with_a_rate_that_changes_where_the_years_meet() {
        Agreed agreed = loan("1000", "2023-12-01", "15", 6)
                .every(15, Unit.DAYS)
                .dayCount(DayCount.ACTUAL_ACTUAL_DEC31)
                .rateFrom("2023-12-31", "12");

        assertThat(lines(agreed))
                .containsExactly(
                        "1,2023-12-16,164.11,6.16,170.27,835.89",
                        "2,2023-12-31,165.12,5.15,170.27,670.77",
                        "3,2024-01-15,166.46,3.30,169.76,504.31",
                        "4,2024-01-30,167.28,2.48,169.76,337.03",
                        "5,2024-02-14,168.10,1.66,169.76,168.93",
                        "6,2024-02-29,168.93,0.83,169.76,0.00");
    }

    @Test
    void a_disbursement_on_a_due_day_counts_from_the_next_period_on_out_of_a_leap_year() {
        Agreed agreed = loan("10000", "2024-11-30", "7.99", 5)
                .dayCount(DayCount.ACTUAL_ACTUAL_DEC31)
                .paidOut("2024-12-30", "2500");

        assertThat(lines(agreed))
                .containsExactly(
                        "1,2024-12-30,1974.23,65.49,2039.72,8025.77",
                        "2,2025-01-30,2603.66,71.42,2675.08,7922.11",
                        "3,2025-02-28,2624.79,50.29,2675.08,5297.32",
                        "4,2025-03-30,2640.29,34.79,2675.08,2657.03",
                        "5,2025-04-30,2657.03,18.03,2675.06,0.00");
    }
}
