package io.nexum.kernel.loan;

import static io.nexum.kernel.loan.Agreed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.calendar.DateAdjustment;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.PaymentFrequency.Unit;
import io.nexum.kernel.loan.WorkingDays.InterestDates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final LocalDate LABOR_DAY = LocalDate.parse("2024-09-02");
    private static final HolidayCalendar CALENDAR = new HolidayCalendar(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LABOR_DAY, LocalDate.parse("2030-01-01")));

    private static WorkingDays moved(DateAdjustment rule) {
        return new WorkingDays(rule, CALENDAR, InterestDates.UNADJUSTED);
    }

    /** 0.1 % a day on 1,000, due on Saturday 1 June, Monday 1 July and Thursday 1 August. */
    private static Agreed aDollarADay() {
        return loan("1000", "2024-05-01", "36.5", 3).by(Amortization.BULLET).dayCount(DayCount.ACTUAL_365);
    }

    private static List<String> daysAndInterest(Agreed agreed) {
        return agreed.schedule().installments().stream()
                .map(line -> line.due() + " " + line.interest().amount().toBigInteger())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01, NONE, 2024-06-01",
        "2024-05-01, FOLLOWING, 2024-06-03",
        "2024-05-01, MODIFIED_FOLLOWING, 2024-06-03",
        "2024-05-01, PRECEDING, 2024-05-31",
        "2024-07-31, FOLLOWING, 2024-09-03",
        "2024-07-31, MODIFIED_FOLLOWING, 2024-08-30",
        "2024-07-31, PRECEDING, 2024-08-30"
    })
    void a_payment_on_a_day_off_is_moved_by_the_rule(String start, DateAdjustment rule, LocalDate due) {
        LoanTerms terms = loan("100", start, "12", 1).on(moved(rule)).terms();

        assertThat(LoanSchedule.of(terms).installments().getFirst().due()).isEqualTo(due);
        assertThat(terms.lastPayment()).isEqualTo(due);
    }

    @Test
    void a_payment_is_moved_from_its_own_day_whatever_became_of_the_one_before() {
        assertThat(daysAndInterest(aDollarADay().on(moved(DateAdjustment.FOLLOWING))))
                .containsExactly("2024-06-03 31", "2024-07-01 30", "2024-08-01 31");
    }

    @Test
    void interest_runs_to_the_moved_day_where_that_is_agreed() {
        WorkingDays adjusted = new WorkingDays(DateAdjustment.FOLLOWING, CALENDAR, InterestDates.ADJUSTED);

        assertThat(daysAndInterest(aDollarADay().on(adjusted)))
                .containsExactly("2024-06-03 33", "2024-07-01 28", "2024-08-01 31");
    }

    @Test
    void a_level_instalment_is_the_same_as_without_days_off() {
        WorkingDays adjusted = new WorkingDays(DateAdjustment.FOLLOWING, CALENDAR, InterestDates.ADJUSTED);

        LoanSchedule schedule = loan("1000", "2024-05-01", "12", 6).on(adjusted).schedule();

        assertThat(schedule.installments().getFirst().payment())
                .isEqualTo(loan("1000", "2024-05-01", "12", 6)
                        .schedule()
                        .installments()
                        .getFirst()
                        .payment());
    }

    @Test
    void a_payment_is_never_moved_to_the_day_of_the_disbursement_or_before_it() {
        // Paid out on a Saturday and paid back daily.
        Agreed daily = loan("300", "2024-06-01", "0", 3).every(1, Unit.DAYS).on(moved(DateAdjustment.PRECEDING));

        assertThat(daily.schedule().installments())
                .extracting(Installment::due)
                .containsExactly(
                        LocalDate.parse("2024-06-03"), LocalDate.parse("2024-06-03"), LocalDate.parse("2024-06-04"));
    }

    @Test
    void money_is_paid_out_before_the_last_payment_as_it_was_planned_and_as_it_was_moved() {
        assertThat(aDollarADay().on(moved(DateAdjustment.PRECEDING)).terms().paidOutBefore())
                .isEqualTo(LocalDate.parse("2024-08-01"));
        assertThat(loan("1", "2024-05-01", "1", 1)
                        .on(moved(DateAdjustment.PRECEDING))
                        .terms()
                        .paidOutBefore())
                .isEqualTo(LocalDate.parse("2024-05-31"));
        assertThat(loan("1", "2024-05-01", "1", 1)
                        .on(moved(DateAdjustment.FOLLOWING))
                        .terms()
                        .paidOutBefore())
                .isEqualTo(LocalDate.parse("2024-06-01"));
    }

    /** As 12 CFR 1026.17(c)(3) allows. */
    @Test
    void days_off_leave_the_annual_rates_as_they_are() {
        LoanTerms plain = loan("1000", "2024-05-01", "12", 6).terms();
        LoanTerms moved = loan("1000", "2024-05-01", "12", 6)
                .on(moved(DateAdjustment.FOLLOWING))
                .terms();

        assertThat(AnnualPercentageRates.of(moved, LoanSchedule.of(moved)))
                .isEqualTo(AnnualPercentageRates.of(plain, LoanSchedule.of(plain)));
    }

    @Test
    void a_loan_keeps_the_holidays_of_its_own_time() {
        LoanTerms terms = loan("100", "2024-07-31", "12", 1)
                .on(moved(DateAdjustment.FOLLOWING))
                .terms();

        WorkingDays kept = terms.withOwnHolidays().plan().workingDays();

        assertThat(kept.calendar().holidays()).containsExactly(LABOR_DAY);
        assertThat(kept.calendar().workingDays()).isEqualTo(CALENDAR.workingDays());
    }
}
