package io.nexum.kernel.loan;

import static io.nexum.kernel.loan.Agreed.loan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.PaymentFrequency.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each line of the published schedules comes out to the cent. */
class PublishedSchedulesTest {
    private static final Map<String, Agreed> LOANS = Map.ofEntries(
            Map.entry("E1", loan("100", "2024-01-01", "12", 6)),
            Map.entry("E3", loan("10000", "2023-12-12", "12", 6).dayCount(DayCount.ACTUAL_ACTUAL_DEC31)),
            Map.entry("E5", loan("331.77", "2023-12-12", "10.65", 5).dayCount(DayCount.ACTUAL_ACTUAL_DEC31)),
            Map.entry("E7", loan("100", "2024-01-01", "12", 6).dayCount(DayCount.ACTUAL_365)),
            Map.entry("E10", loan("100", "2024-01-01", "12", 3).every(2, Unit.MONTHS)),
            Map.entry(
                    "E12",
                    loan("100", "2024-01-01", "9.4822", 6).every(15, Unit.DAYS).dayCount(DayCount.ACTUAL_365)),
            Map.entry("E14", loan("100", "2024-01-01", "5", 5).down("25")),
            Map.entry("E15", loan("100", "2024-01-01", "30", 8).grace(7, 0)),
            Map.entry(
                    "E16",
                    loan("10000", "2025-01-31", "12", 3)
                            .dayCount(DayCount.ACTUAL_ACTUAL_DEC31)
                            .monthEnd(MonthEnd.ROLL)),
            Map.entry("E17", loan("10000", "2025-01-31", "12", 3).dayCount(DayCount.ACTUAL_ACTUAL_DEC31)),
            Map.entry(
                    "E19",
                    loan("5000", "2022-11-01", "12", 18)
                            .by(Amortization.EQUAL_PRINCIPAL)
                            .interestPeriod(InterestPeriod.SAME_AS_PAYMENT)),
            Map.entry(
                    "E21",
                    loan("5000", "2022-11-01", "12", 18)
                            .dayCount(DayCount.ACTUAL_365)
                            .multiple("1")),
            Map.entry("E23", loan("100", "2024-01-01", "9.4822", 6).first("2024-02-18")),
            Map.entry("E26", loan("100", "2024-01-01", "7", 6).rateFrom("2024-02-01", "4")));

    private static List<String> lines(LoanSchedule schedule) {
        return schedule.installments().stream()
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

    @TestFactory
    Stream<DynamicTest> every_line_comes_out_to_the_cent() {
        return PublishedSchedules.read().entrySet().stream()
                .map(published -> dynamicTest(published.getKey(), () -> {
                    Agreed agreed = Objects.requireNonNull(LOANS.get(published.getKey()), "terms");

                    assertThat(lines(agreed.schedule())).isEqualTo(published.getValue());
                }));
    }

    @Test
    void no_published_schedule_is_left_out() {
        assertThat(PublishedSchedules.read().keySet()).isEqualTo(LOANS.keySet()).hasSize(14);
    }

    @Test
    void a_bullet_loan_and_one_of_interest_only_are_a_grace_on_all_principal_but_the_last() {
        Stream.of(Amortization.BULLET, Amortization.INTEREST_ONLY)
                .forEach(way -> assertThat(
                                lines(loan("100", "2024-01-01", "30", 8).by(way).schedule()))
                        .isEqualTo(PublishedSchedules.read().get("E15")));
    }

    /** The figures of Apache Fineract's own test of a rate that changes within a period. */
    @Test
    void a_rate_that_changes_within_a_month_costs_both_rates_for_their_days() {
        LoanSchedule schedule =
                loan("100", "2024-01-01", "7", 6).rateFrom("2024-02-14", "4").schedule();

        assertThat(lines(schedule))
                .containsExactly(
                        "1,2024-02-01,16.43,0.58,17.01,83.57",
                        "2,2024-03-01,16.53,0.37,16.90,67.04",
                        "3,2024-04-01,16.68,0.22,16.90,50.36",
                        "4,2024-05-01,16.73,0.17,16.90,33.63",
                        "5,2024-06-01,16.79,0.11,16.90,16.84",
                        "6,2024-07-01,16.84,0.06,16.90,0.00");
    }

    /** The same of a second disbursement on a payment's day. */
    @Test
    void a_second_disbursement_raises_the_instalments_after_it() {
        LoanSchedule schedule = loan("100", "2024-01-01", "9.4822", 6)
                .paidOut("2024-03-01", "100")
                .schedule();

        assertThat(lines(schedule))
                .containsExactly(
                        "1,2024-02-01,16.34,0.79,17.13,83.66",
                        "2,2024-03-01,16.47,0.66,17.13,67.19",
                        "3,2024-04-01,41.31,1.32,42.63,125.88",
                        "4,2024-05-01,41.64,0.99,42.63,84.24",
                        "5,2024-06-01,41.96,0.67,42.63,42.28",
                        "6,2024-07-01,42.28,0.33,42.61,0.00");
    }
}
