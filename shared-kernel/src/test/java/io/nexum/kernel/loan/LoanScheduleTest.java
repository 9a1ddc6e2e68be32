package io.nexum.kernel.loan;

import static io.nexum.kernel.loan.Agreed.loan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanScheduleTest {
    private static List<String> payments(Agreed agreed) {
        return agreed.schedule().installments().stream()
                .map(line -> line.principal().amount().toPlainString() + "+"
                        + line.interest().amount().toPlainString())
                .toList();
    }

    /** By the textbook's formula, not by the figure that is printed beside it in the specification. */
    @Test
    void twenty_five_thousand_at_six_and_three_quarters_over_five_years_are_492_09_a_month() {
        LoanSchedule schedule = loan("25000", "2024-01-01", "6.75", 60).schedule();

        assertThat(schedule.installments().getFirst().payment()).isEqualTo(Money.of("492.09", "USD"));
        assertThat(schedule.installments()).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 100000, 16740", "USD, 1000.00, 167.40", "KWD, 1000.000, 167.397", "EUR, 1000.00, 167.40"})
    void amounts_have_the_decimals_of_their_currency(String currency, String principal, String installment) {
        // 1,000 over 6 months at 1.5 % a year by the textbook's formula: 167.39659.
        LoanSchedule schedule =
                loan(Money.of(principal, currency), "2024-01-01", "1.5", 6).schedule();

        assertThat(schedule.installments().getFirst().payment()).isEqualTo(Money.of(installment, currency));
    }

    @Test
    void flat_interest_is_on_all_that_was_disbursed_and_the_last_payment_takes_the_rest() {
        // 10 % of 1,000 for a year are 100: 8.33 a month leave 8.37.
        List<String> lines = payments(loan("1000", "2024-01-01", "10", 12).by(Amortization.FLAT));

        assertThat(lines).hasSize(12).startsWith("83.33+8.33", "83.33+8.33").endsWith("83.37+8.37");
    }

    @Test
    void a_flat_loan_has_its_instalments_rounded_to_the_multiple() {
        // 91.66 a month are 90.
        LoanSchedule schedule = loan("1000", "2024-01-01", "10", 12)
                .by(Amortization.FLAT)
                .multiple("10")
                .schedule();

        assertThat(schedule.installments().subList(0, 11))
                .allSatisfy(line -> assertThat(line.payment()).isEqualTo(Money.of("90.00", "USD")));
        assertThat(schedule.totalInterest()).isEqualTo(Money.of("100.00", "USD"));
    }

    @Test
    void a_multiple_is_for_the_principal_and_the_interest_of_a_flat_loan_each() {
        // 416.67 and 12.60 are 417 and 13.
        List<String> lines = payments(
                loan("5000", "2024-01-01", "3.024", 12).by(Amortization.FLAT).multiple("1"));

        assertThat(lines).startsWith("417.40+12.60", "417.40+12.60");
    }

    @Test
    void flat_interest_is_the_same_each_month_however_many_days_it_has() {
        // 0.1 % a day: 60.00 for 31 and 29 days.
        List<String> lines = payments(
                loan("1000", "2024-01-01", "36.5", 2).by(Amortization.FLAT).dayCount(DayCount.ACTUAL_365));

        assertThat(lines).containsExactly("500.00+30.00", "500.00+30.00");
    }

    @Test
    void flat_interest_is_another_from_the_period_of_a_disbursement_or_a_change_of_the_rate_on() {
        // 0.1 % a day: 62.00 for 62 days on 1,000; then 56.00 on 2,000, half of it for 30 days; then 62.00.
        List<String> lines = payments(loan("1000", "2023-12-01", "36.5", 4)
                .by(Amortization.FLAT)
                .dayCount(DayCount.ACTUAL_365)
                .paidOut("2024-02-02", "1000")
                .rateFrom("2024-03-01", "18.25"));

        assertThat(lines).containsExactly("250.00+31.00", "250.00+31.00", "750.00+57.00", "750.00+31.00");
    }

    @Test
    void flat_interest_that_waits_is_paid_in_equal_parts_after_its_grace() {
        List<String> lines = payments(
                loan("1200", "2024-01-01", "10", 4).by(Amortization.FLAT).grace(0, 2));

        assertThat(lines).containsExactly("300.00+0.00", "300.00+0.00", "300.00+20.00", "300.00+20.00");
    }

    @Test
    void a_level_instalment_is_all_principal_while_interest_waits() {
        // 307.54 each; of the third 12.00 + 8.92 + 5.85 are interest.
        List<String> lines = payments(loan("1200", "2024-01-01", "12", 4).grace(0, 2));

        assertThat(lines).containsExactly("307.54+0.00", "307.54+0.00", "280.77+26.77", "304.15+3.04");
    }

    @ParameterizedTest
    @CsvSource({
        "THIRTY_360_US, SAME_AS_PAYMENT, 0.00+100.00 10000.00+100.00",
        "THIRTY_360_US, DAILY, 0.00+96.67 10000.00+100.00",
        "THIRTY_360_EUROPEAN, DAILY, 0.00+96.67 10000.00+103.33",
        "THIRTY_360_EUROPEAN, SAME_AS_PAYMENT, 0.00+100.00 10000.00+100.00"
    })
    void months_of_thirty_days_are_equal_or_counted_by_the_american_or_the_european_rule(
            DayCount count, InterestPeriod period, String expected) {
        // From 31 January to 29 February and 31 March 2024: 29 days, then 30 or, in Europe, 31.
        List<String> lines = payments(loan("10000", "2024-01-31", "12", 2)
                .by(Amortization.BULLET)
                .dayCount(count)
                .interestPeriod(period));

        assertThat(String.join(" ", lines)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SAME_AS_PAYMENT, 24.27", "DAILY, 26.00"})
    void two_weeks_are_14_days_of_360_or_what_months_of_thirty_make_of_them(InterestPeriod period, String interest) {
        // From 19 February to 4 March: 14 days, or 30 + 4 - 19.
        LoanSchedule schedule = loan("5200", "2024-02-19", "12", 2)
                .every(PaymentFrequency.BI_WEEKLY)
                .by(Amortization.BULLET)
                .interestPeriod(period)
                .schedule();

        assertThat(schedule.installments().getFirst().interest()).isEqualTo(Money.of(interest, "USD"));
    }

    @Test
    void interest_that_waits_comes_with_the_first_payment_after_its_grace() {
        List<String> lines = payments(loan("1200", "2024-01-01", "12", 4)
                .by(Amortization.EQUAL_PRINCIPAL)
                .grace(0, 2));

        assertThat(lines).containsExactly("300.00+0.00", "300.00+0.00", "300.00+27.00", "300.00+3.00");
    }

    @Test
    void principal_that_waits_is_paid_back_by_the_payments_after_its_grace() {
        List<String> lines = payments(loan("1200", "2024-01-01", "12", 4)
                .by(Amortization.EQUAL_PRINCIPAL)
                .grace(2, 0));

        assertThat(lines).containsExactly("0.00+12.00", "0.00+12.00", "600.00+12.00", "600.00+6.00");
    }

    @Test
    void a_week_is_a_52nd_of_a_year_of_364_days() {
        List<String> lines = payments(loan("5200", "2024-02-19", "52", 2)
                .every(PaymentFrequency.WEEKLY)
                .dayCount(DayCount.ACTUAL_364)
                .by(Amortization.BULLET));

        assertThat(lines).containsExactly("0.00+52.00", "5200.00+52.00");
    }

    @Test
    void equal_months_cost_the_same_however_many_days_they_have() {
        List<String> lines = payments(loan("1200", "2024-01-01", "12", 3)
                .by(Amortization.BULLET)
                .dayCount(DayCount.ACTUAL_365)
                .interestPeriod(InterestPeriod.SAME_AS_PAYMENT));

        assertThat(lines).containsExactly("0.00+12.00", "0.00+12.00", "1200.00+12.00");
    }

    @Test
    void an_instalment_that_was_rounded_up_pays_the_loan_back_early() {
        LoanSchedule schedule =
                loan("100", "2024-01-01", "0", 10).multiple("15").schedule();

        assertThat(schedule.installments()).hasSize(7);
        assertThat(schedule.installments().getLast().payment()).isEqualTo(Money.of("10.00", "USD"));
    }

    @Test
    void a_custom_loan_pays_what_is_written_down_and_the_rest_at_the_end() {
        List<String> lines = payments(loan("1000", "2024-01-01", "12", 3).principals("100", "0", "0"));

        assertThat(lines).containsExactly("100.00+10.00", "0.00+9.00", "900.00+9.00");
    }

    @Test
    void a_custom_loan_may_name_the_day_of_each_payment() {
        // 0.1 % a day: 10 days on 1,000, then 20 days on 700.
        List<String> lines = payments(loan("1000", "2024-01-01", "36.5", 2)
                .principals("300", "700")
                .due("2024-01-11", "2024-01-31")
                .dayCount(DayCount.ACTUAL_365));

        assertThat(lines).containsExactly("300.00+10.00", "700.00+14.00");
    }

    @Test
    void a_second_disbursement_within_a_period_costs_from_its_day_on() {
        // 100 for January, and 100 more for 17 of its 31 days: 1.00 + 0.548.
        List<String> lines = payments(loan("100", "2024-01-01", "12", 2)
                .by(Amortization.EQUAL_PRINCIPAL)
                .paidOut("2024-01-15", "100"));

        assertThat(lines).containsExactly("100.00+1.55", "100.00+1.00");
    }

    @Test
    void a_rate_at_which_interest_exceeds_the_instalment_pays_no_principal_until_the_end() {
        // The first payment is moved by ten years, the instalment isn't.
        LoanSchedule schedule =
                loan("100", "2024-01-01", "24", 3).first("2034-01-01").schedule();

        Installment first = schedule.installments().getFirst();
        assertThat(first.principal().isZero()).isTrue();
        assertThat(first.interest()).isEqualTo(Money.of("240.00", "USD"));
    }

    @Test
    void money_is_not_paid_out_on_the_last_day_or_after_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loan("100", "2024-01-01", "12", 2)
                        .paidOut("2024-03-01", "1")
                        .schedule());
    }

    @Test
    void terms_that_don_t_fit_together_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loan("100", "2024-01-01", "12", 2).grace(2, 0).terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        loan("100", "2024-01-01", "12", 2).principals("100").terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loan("100", "2024-01-01", "12", 2).down("100").terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loan("100", "2024-01-01", "12", 2)
                        .due("2024-02-01", "2024-03-01")
                        .terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loan("100", "2024-01-01", "12", 2)
                        .principals("50", "50")
                        .due("2024-02-01", "2024-02-01")
                        .terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loan("100", "2024-01-01", "12", 1)
                        .principals("100")
                        .due("2024-01-01")
                        .terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loan("100", "2024-01-01", "12", 1201).terms());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepaymentTerms(
                        Amortization.FLAT,
                        Optional.of(java.math.BigDecimal.ZERO),
                        0,
                        0,
                        java.math.BigDecimal.ZERO,
                        List.of()));
    }
}
