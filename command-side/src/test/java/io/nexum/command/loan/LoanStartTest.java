package io.nexum.command.loan;

import static io.nexum.command.loan.LoanStory.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand;
import io.nexum.kernel.loan.LoanCommand.DisburseLoan;
import io.nexum.kernel.loan.LoanCommand.ReplanLoan;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.Replan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A loan of 1,200.00 from 1 January 2026 whose first payment is agreed on for 1 February. */
class LoanStartTest {
    private static final LocalDate FIRST_PAYMENT = LocalDate.parse("2026-02-01");

    private final LoanStory story = new LoanStory();

    private LoanStory agreed() {
        LoanAgreement usual = story.agreement;
        LoanTerms terms = usual.terms();
        PaymentPlan plan = new PaymentPlan(PaymentFrequency.MONTHLY, 12, Optional.of(FIRST_PAYMENT), MonthEnd.CLAMP);
        story.agreement = new LoanAgreement(
                new LoanTerms(terms.disbursements(), plan, terms.interest(), terms.repayment()),
                usual.late(),
                usual.prepayment(),
                usual.allocation());
        return story;
    }

    private LoanAnswer disburse(Optional<LocalDate> date) {
        return story.bank.send(new DisburseLoan(
                story.loan,
                story.customer,
                transaction(),
                date,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-01", "2026-02-11"})
    void a_loan_whose_first_payment_has_come_is_paid_out_as_planned_if_no_day_is_said(String today) {
        agreed().on(today).apply(true);

        assertThat(disburse(Optional.empty()).valueDate()).contains(LoanStory.START);
    }

    @Test
    void a_loan_whose_first_payment_is_to_come_is_paid_out_today() {
        agreed().on("2026-01-31").apply(true);

        assertThat(disburse(Optional.empty()).valueDate()).contains(LocalDate.parse("2026-01-31"));
    }

    @Test
    void money_is_not_paid_out_on_the_day_that_it_is_first_paid_back() {
        agreed().on("2026-02-11").apply(true);

        assertRefused("disbursement_date", () -> disburse(Optional.of(FIRST_PAYMENT)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void a_new_plan_s_first_payment_comes_after_the_plan(Replan plan) {
        story.running().on("2026-02-01");
        LoanCommand command =
                new ReplanLoan(story.loan, transaction(), Optional.of(FIRST_PAYMENT), plan, "on her request");

        assertRefused("first_payment_date", () -> story.bank.send(command));
    }

    private static Stream<Replan> plans() {
        return Stream.of(
                new Replan.ReAge(FIRST_PAYMENT, 6, Optional.empty()),
                new Replan.Reschedule(
                        Optional.empty(), Optional.of(FIRST_PAYMENT.minusDays(1)), Optional.empty(), Optional.empty()),
                new Replan.Restructure(new BigDecimal("0.10"), FIRST_PAYMENT, 6, Optional.empty(), false));
    }

    private static void assertRefused(String field, Runnable asking) {
        assertThatThrownBy(asking::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().field()).isEqualTo(field));
    }
}
