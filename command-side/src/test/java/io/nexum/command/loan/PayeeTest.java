package io.nexum.command.loan;

import static io.nexum.command.loan.LoanStory.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.loan.LoanCommand.ApplyForLoan;
import io.nexum.kernel.loan.LoanCommand.DisburseLoan;
import io.nexum.kernel.loan.LoanEvent.LoanDisbursed;
import io.nexum.kernel.loan.LoanId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Loans that are sent to accounts at other banks. */
class PayeeTest {
    private final LoanStory story = new LoanStory();

    @Test
    void a_second_loan_to_the_same_account_goes_to_the_payee_that_the_customer_keeps() {
        send(account("12345678", "021000021", "First National Bank"));
        send(account("12345678", "021000021", "First Nat. Bank"));

        assertThat(added()).hasSize(1);
        assertThat(sentTo())
                .containsExactly(added().getFirst().id(), added().getFirst().id());
    }

    @Test
    void the_same_number_at_another_bank_is_another_payee() {
        send(account("12345678", "021000021", "First National Bank"));
        send(account("12345678", "111000025", "First National Bank"));

        assertThat(sentTo())
                .containsExactlyElementsOf(added().stream().map(Beneficiary::id).toList());
        assertThat(sentTo()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void where_a_bank_has_no_code_its_name_tells() {
        assertThat(account("1", "", "Bank A").isSameAccountAs(account("1", "", "Bank A")))
                .isTrue();
        assertThat(account("1", "", "Bank A").isSameAccountAs(account("1", "", "Bank B")))
                .isFalse();
        assertThat(account("1", "7", "Bank A").isSameAccountAs(account("1", "", "Bank A")))
                .isTrue();
        assertThat(account("1", "7", "Bank A").isSameAccountAs(account("2", "7", "Bank A")))
                .isFalse();
    }

    private void send(Beneficiary payee) {
        LoanId loan = new LoanId(UUID.randomUUID());
        story.on("2026-01-01");
        story.bank.send(new ApplyForLoan(
                loan, story.customer, story.agreement, Optional.empty(), Optional.empty(), Optional.empty(), true));
        story.bank.send(new DisburseLoan(
                loan,
                story.customer,
                transaction(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(payee),
                Optional.empty()));
    }

    private List<Beneficiary> added() {
        return story.bank.log().stream()
                .filter(BeneficiaryAdded.class::isInstance)
                .map(event -> ((BeneficiaryAdded) event).beneficiary())
                .toList();
    }

    private List<BeneficiaryId> sentTo() {
        return story.bank.log().stream()
                .filter(LoanDisbursed.class::isInstance)
                .map(event -> ((LoanDisbursed) event).payee().orElseThrow())
                .toList();
    }

    private static Beneficiary account(String number, String code, String bank) {
        return new Beneficiary(
                new BeneficiaryId(UUID.randomUUID()),
                "Maria Santos",
                number,
                Optional.of(bank),
                Optional.of(code).filter(text -> !text.isEmpty()),
                Optional.empty());
    }
}
