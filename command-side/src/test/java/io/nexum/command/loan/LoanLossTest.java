package io.nexum.command.loan;

import static io.nexum.command.loan.LoanStory.transaction;
import static io.nexum.command.loan.LoanStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand.ChargeOffLoan;
import io.nexum.kernel.loan.LoanCommand.GiveGoodwill;
import io.nexum.kernel.loan.LoanCommand.RecoverLoan;
import io.nexum.kernel.loan.LoanCommand.WaiveLoanAmount;
import io.nexum.kernel.loan.LoanCommand.WriteOffLoan;
import io.nexum.kernel.loan.LoanEvent.LoanDefaulted;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.LoanStanding;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a bank gives up of the loan of 1,200.00 at 1 % a month, and what it loses. */
class LoanLossTest {
    private final LoanStory story = new LoanStory();

    @Test
    void goodwill_pays_at_the_banks_expense_and_a_waiver_gives_income_up() {
        story.running().closeThrough("2026-01-31");
        story.on("2026-02-01")
                .bank
                .send(new GiveGoodwill(story.loan, transaction(), Optional.empty(), usd("50.00"), "our mistake"));
        assertThat(story.ledger()).containsEntry("5060", "50.00");
        assertThat(story.standing("2026-02-01").owed(Component.INTEREST)).isEqualTo(usd("0.00"));

        story.closeThrough("2026-02-28");
        story.on("2026-03-01")
                .bank
                .send(new WaiveLoanAmount(
                        story.loan,
                        transaction(),
                        Optional.empty(),
                        Component.INTEREST,
                        Optional.of(usd("5.00")),
                        "hardship"));

        assertThat(story.ledger())
                .containsEntry(
                        "4010",
                        story.standing("2026-03-01")
                                .interestEarned()
                                .minus(usd("5.00"))
                                .negated()
                                .amount()
                                .toPlainString());
    }

    @Test
    void after_ninety_days_the_loan_is_in_default_and_paying_all_that_is_past_due_cures_it() {
        story.running().closeThrough("2026-05-01");
        assertThat(story.state().status()).isEqualTo(LoanStatus.ACTIVE);

        assertThat(story.close(LocalDate.parse("2026-05-02"))).hasAtLeastOneElementOfType(LoanDefaulted.class);
        LoanStanding late = story.standing("2026-05-03");
        assertThat(late.daysPastDue()).isEqualTo(91);

        LoanAnswer cured =
                story.on("2026-05-03").pay("2026-05-03", late.overdue().amount().toPlainString());
        assertThat(cured.status()).isEqualTo(LoanStatus.ACTIVE);
    }

    @Test
    void a_loss_uses_up_what_was_set_aside_and_what_comes_later_is_a_recovery() {
        story.running().closeThrough("2026-01-31");
        story.on("2026-02-01").bank.send(new ChargeOffLoan(story.loan, transaction(), Optional.empty(), "moved away"));
        assertThat(story.ledger()).isEqualTo(Map.of("1010", "-1200.00", "4010", "-12.00", "5020", "1212.00"));

        story.pay("2026-02-01", "100.00");
        assertThat(story.ledger()).containsEntry("4040", "-100.00");
        story.bank.send(new WriteOffLoan(story.loan, transaction(), Optional.empty(), "given up"));
        story.bank.send(
                new RecoverLoan(story.loan, transaction(), Optional.empty(), usd("30.00"), Optional.empty(), "sold"));

        assertThat(story.ledger())
                .isEqualTo(Map.of("1010", "-1070.00", "4010", "-12.00", "4040", "-130.00", "5020", "1212.00"));
    }

    @Test
    void money_can_be_recovered_of_a_loan_that_is_charged_off() {
        story.running().closeThrough("2026-01-31");
        story.on("2026-02-01").bank.send(new ChargeOffLoan(story.loan, transaction(), Optional.empty(), "moved away"));

        LoanAnswer recovered = story.bank.send(
                new RecoverLoan(story.loan, transaction(), Optional.empty(), usd("30.00"), Optional.empty(), "sold"));

        assertThat(recovered.status()).isEqualTo(LoanStatus.CHARGED_OFF);
        assertThat(story.ledger()).containsEntry("4040", "-30.00");
    }
}
