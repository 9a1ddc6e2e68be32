package io.nexum.command.loan;

import static io.nexum.command.loan.LoanStory.transaction;
import static io.nexum.command.loan.LoanStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.CustomerCommand.CloseCustomer;
import io.nexum.kernel.customer.CustomerRefusal.CustomerHasOpenLoans;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand.ApproveLoan;
import io.nexum.kernel.loan.LoanCommand.CancelLoan;
import io.nexum.kernel.loan.LoanCommand.ChargeBackPayment;
import io.nexum.kernel.loan.LoanCommand.CloseLoan;
import io.nexum.kernel.loan.LoanCommand.OriginateLoan;
import io.nexum.kernel.loan.LoanCommand.PayLoan;
import io.nexum.kernel.loan.LoanCommand.PayOffLoan;
import io.nexum.kernel.loan.LoanCommand.RefundLoanCredit;
import io.nexum.kernel.loan.LoanCommand.ReverseLoanPayment;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanEvent.LoanLateFeesCharged;
import io.nexum.kernel.loan.LoanRefusal.LoanDateOutOfRange;
import io.nexum.kernel.loan.LoanRefusal.LoanStatusForbids;
import io.nexum.kernel.loan.LoanRefusal.NothingToDo;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.loan.servicing.PaymentSplit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A loan of 1,200.00 at 12 % a year, 1 % a month: 106.62 a month, of which 12.00 is interest in the first. */
class LoanLifeTest {
    private final LoanStory story = new LoanStory();

    @Test
    void an_application_is_approved_agreed_on_and_paid_out() {
        story.on("2026-01-01").apply(false);
        story.bank.send(new ApproveLoan(story.loan, "good standing"));
        story.bank.send(new OriginateLoan(story.loan, "signed"));

        LoanAnswer paidOut = story.disburse(Optional.empty());

        assertThat(paidOut.status()).isEqualTo(LoanStatus.ACTIVE);
        assertThat(story.ledger()).isEqualTo(Map.of("1010", "-1200.00", "1100", "1200.00"));
        story.bank.refused(new CancelLoan(story.loan, "too late"), LoanStatusForbids.class);
    }

    @Test
    void money_paid_out_to_an_account_is_on_it() {
        AccountId account = story.bank.account("USD");
        story.on("2026-01-01").apply(true);

        story.disburse(Optional.of(account));

        assertThat(story.bank.balance(account)).isEqualTo(usd("1200.00"));
        assertThat(story.ledger()).isEqualTo(Map.of("1100", "1200.00", "2010", "-1200.00"));
    }

    @Test
    void an_instalment_on_its_day_pays_the_months_interest_and_the_rest_of_principal() {
        story.running().closeThrough("2026-01-31");
        assertThat(story.ledger())
                .isEqualTo(Map.of(
                        "1010", "-1200.00",
                        "1100", "1200.00",
                        "1150", "12.00",
                        "1190", "-10.91",
                        "4010", "-12.00",
                        "5020", "10.91"));

        PaymentSplit split =
                story.on("2026-02-01").pay("2026-02-01", "106.62").split().orElseThrow();

        assertThat(split.of(Component.INTEREST)).isEqualTo(usd("12.00"));
        assertThat(split.of(Component.PRINCIPAL)).isEqualTo(usd("94.62"));
        assertThat(story.ledger()).containsEntry("1100", "1105.38").doesNotContainKey("1150");
    }

    @Test
    void each_day_earns_its_share_and_no_day_counts_twice() {
        story.running();

        assertThat(story.close(LoanStory.START)).singleElement().isInstanceOf(LoanEvent.LoanInterestAccrued.class);
        assertThat(story.close(LoanStory.START)).isEmpty();
        story.closeThrough("2026-01-15");

        // 15 of 31 days of 12.00 are 5.806.
        assertThat(story.ledger()).containsEntry("1150", "5.81").containsEntry("4010", "-5.81");
    }

    @Test
    void a_missed_day_is_made_up_for() {
        story.running().close(LocalDate.parse("2026-01-30"));

        assertThat(story.ledger()).containsEntry("1150", "11.61");
    }

    @Test
    void the_late_fee_comes_once_after_the_days_of_grace() {
        story.running().closeThrough("2026-02-07");
        assertThat(story.standing("2026-02-08").charges()).isEqualTo(usd("0.00"));

        List<DomainEvent> events = story.close(LocalDate.parse("2026-02-08"));
        story.closeThrough("2026-02-20");

        assertThat(events).hasAtLeastOneElementOfType(LoanLateFeesCharged.class);
        assertThat(story.bank.log().stream().filter(LoanLateFeesCharged.class::isInstance))
                .hasSize(1);
        assertThat(story.ledger()).containsEntry("1160", "25.00").containsEntry("4030", "-25.00");
    }

    @Test
    void a_payment_that_turns_out_to_have_come_in_time_takes_the_late_fee_back() {
        story.running().closeThrough("2026-02-20");

        story.on("2026-02-21").pay("2026-02-08", "106.62");

        assertThat(story.ledger()).doesNotContainKey("1160").doesNotContainKey("4030");
    }

    @Test
    void a_loan_that_is_booked_months_late_costs_no_late_fee_by_that_alone() {
        story.on("2026-06-01").apply(true);

        story.disburse(Optional.empty());

        assertThat(story.ledger()).containsEntry("1100", "1200.00").doesNotContainKeys("1160", "4030");
    }

    @Test
    void who_pays_late_pays_the_fee_first_even_if_no_day_was_closed() {
        story.running();

        PaymentSplit split =
                story.on("2026-02-20").pay("2026-02-20", "106.62").split().orElseThrow();

        assertThat(split.of(Component.PENALTY)).isEqualTo(usd("25.00"));
        assertThat(split.of(Component.INTEREST)).isEqualTo(usd("12.00"));
        assertThat(split.of(Component.PRINCIPAL)).isEqualTo(usd("69.62"));
    }

    @Test
    void more_than_the_next_instalment_reduces_the_principal_and_the_loan_ends_sooner() {
        story.running();

        story.on("2026-02-01").pay("2026-02-01", "613.24");

        // 106.62 are due and 106.62 are the next instalment; 400.00 are left.
        LoanStanding standing = story.standing("2026-02-01");
        assertThat(standing.principal()).isEqualTo(usd("605.81"));
        assertThat(standing.schedule()).hasSizeLessThan(12);
        assertThat(standing.nextPayment()).contains(LocalDate.parse("2026-04-01"));
    }

    @Test
    void the_borrower_may_choose_lower_instalments() {
        story.running();

        story.on("2026-02-01")
                .bank
                .send(story.payment("2026-02-01", "613.24", Optional.of(ExcessUse.LOWER_INSTALLMENT)));

        LoanStanding standing = story.standing("2026-02-01");
        assertThat(standing.schedule()).hasSize(12);
        assertThat(standing.schedule().get(5).payment().isLessThan(usd("75.00")))
                .isTrue();
    }

    @Test
    void paying_off_costs_the_principal_and_the_interest_to_the_day() {
        story.running().closeThrough("2026-01-14");

        LoanAnswer answer = story.on("2026-01-15")
                .bank
                .send(new PayOffLoan(story.loan, transaction(), Optional.empty(), Optional.empty(), Optional.empty()));

        // 14 of 31 days of 12.00 are 5.42.
        assertThat(answer.status()).isEqualTo(LoanStatus.PAID_OFF);
        assertThat(story.ledger()).isEqualTo(Map.of("1010", "5.42", "4010", "-5.42"));
        assertThat(story.bank.send(new CloseLoan(story.loan, "done")).status()).isEqualTo(LoanStatus.CLOSED);
    }

    @Test
    void what_is_paid_too_much_is_a_credit_that_can_be_refunded() {
        story.running();
        story.on("2026-01-01").pay("2026-01-01", "1250.00");
        assertThat(story.ledger()).isEqualTo(Map.of("1010", "50.00", "2210", "-50.00"));
        story.bank.refused(new CloseLoan(story.loan, "done"), NothingToDo.class);

        story.bank.send(new RefundLoanCredit(
                story.loan, transaction(), Optional.empty(), Optional.empty(), Optional.empty(), "overpaid"));

        assertThat(story.ledger()).isEmpty();
    }

    @Test
    void a_payment_taken_back_leaves_the_loan_as_if_it_had_never_come() {
        story.running();
        story.on("2026-02-10").pay("2026-02-01", "106.62");
        LoanStanding before = story.standing("2026-02-10");
        LoanAnswer wrong = story.pay("2026-02-05", "300.00");

        story.bank.send(new ReverseLoanPayment(
                story.loan, transaction(), wrong.transaction().orElseThrow(), Optional.empty(), "other loan"));

        assertThat(story.standing("2026-02-10")).isEqualTo(before);
        assertThat(story.ledger()).containsEntry("1010", "-1093.38");
    }

    @Test
    void a_payment_from_an_account_returns_to_it() {
        AccountId account = story.bank.account("USD", "500.00");
        story.running().on("2026-02-01");
        LoanAnswer paid = story.bank.send(new PayLoan(
                story.loan,
                transaction(),
                Optional.empty(),
                usd("106.62"),
                Optional.of(account),
                Optional.empty(),
                Optional.empty()));
        assertThat(story.bank.balance(account)).isEqualTo(usd("393.38"));

        story.bank.send(new ReverseLoanPayment(
                story.loan, transaction(), paid.transaction().orElseThrow(), Optional.of(account), "disputed"));

        assertThat(story.bank.balance(account)).isEqualTo(usd("500.00"));
    }

    @Test
    void taking_back_the_last_payment_opens_the_loan_again() {
        story.running();
        LoanAnswer paid = story.pay("2026-01-01", "1200.00");
        assertThat(paid.status()).isEqualTo(LoanStatus.PAID_OFF);

        LoanAnswer reversed = story.bank.send(new ReverseLoanPayment(
                story.loan, transaction(), paid.transaction().orElseThrow(), Optional.empty(), "bounced"));

        assertThat(reversed.status()).isEqualTo(LoanStatus.ACTIVE);
        assertThat(story.ledger()).isEqualTo(Map.of("1010", "-1200.00", "1100", "1200.00"));
    }

    @Test
    void a_charge_back_is_owed_at_once() {
        story.running();
        LoanAnswer paid = story.on("2026-02-01").pay("2026-02-01", "106.62");

        story.on("2026-02-10")
                .bank
                .send(new ChargeBackPayment(
                        story.loan,
                        transaction(),
                        Optional.empty(),
                        paid.transaction().orElseThrow(),
                        Optional.empty(),
                        "disputed with the card's bank"));

        LoanStanding standing = story.standing("2026-02-11");
        assertThat(standing.overdue()).isEqualTo(usd("106.62"));
        assertThat(standing.daysPastDue()).isEqualTo(1);
    }

    @Test
    void nothing_counts_from_before_the_loan_or_from_the_future() {
        story.running();
        story.bank.refused(story.payment("2025-12-31", "10.00", Optional.empty()), LoanDateOutOfRange.class);
        story.bank.refused(story.payment("2026-01-02", "10.00", Optional.empty()), LoanDateOutOfRange.class);
    }

    @Test
    void who_owes_on_a_loan_stays_a_customer() {
        story.running();
        assertThat(story.bank
                        .refused(new CloseCustomer(story.customer, "moves"), CustomerHasOpenLoans.class)
                        .openLoans())
                .isEqualTo(1);
    }
}
