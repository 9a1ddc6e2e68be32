package io.nexum.kernel.tenant;

import static io.nexum.kernel.tenant.Metered.transactions;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.loan.LoanCommand.ChargeOffLoan;
import io.nexum.kernel.loan.LoanCommand.PayLoan;
import io.nexum.kernel.loan.LoanEvent.LoanDisbursed;
import io.nexum.kernel.loan.LoanEvent.LoanInterestAccrued;
import io.nexum.kernel.loan.LoanEvent.Particulars;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeteredTest {
    private static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());
    private static final LoanId LOAN = new LoanId(UUID.randomUUID());
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final Money TEN = Money.of("10.00", "USD");
    private static final TransactionId ASKED_FOR = new TransactionId(UUID.randomUUID());
    private static final TransactionId OF_THE_BANK = new TransactionId(UUID.nameUUIDFromBytes(new byte[] {1}));
    private static final LoanFigures FIGURES = new LoanFigures(
            DAY,
            DAY,
            TEN,
            TEN,
            TEN,
            TEN,
            TEN,
            TEN,
            TEN,
            Optional.empty(),
            TEN,
            Optional.empty(),
            TEN,
            1,
            1,
            Optional.empty());

    @Test
    void a_transfer_counts_once() {
        Optional<AccountId> other = Optional.of(new AccountId(UUID.randomUUID()));
        Movement movement = movement(ASKED_FOR, TransactionType.TRANSFER_INTERNAL, other);

        assertThat(transactions(debited(movement))).isEqualTo(1);
        assertThat(transactions(credited(movement))).isZero();
    }

    @Test
    void what_somebody_brings_or_takes_counts_and_what_the_bank_posts_of_itself_does_not() {
        assertThat(transactions(credited(movement(ASKED_FOR, TransactionType.DEPOSIT, Optional.empty()))))
                .isEqualTo(1);
        assertThat(transactions(debited(movement(ASKED_FOR, TransactionType.FEE, Optional.empty()))))
                .isEqualTo(1);
        assertThat(transactions(credited(movement(OF_THE_BANK, TransactionType.INTEREST_CREDIT, Optional.empty()))))
                .isZero();
        assertThat(transactions(debited(movement(OF_THE_BANK, TransactionType.FEE, Optional.empty()))))
                .isZero();
    }

    @Test
    void the_money_of_a_loan_counts_once_in_cash_and_once_over_an_account() {
        assertThat(transactions(disbursed(Optional.empty()))).isEqualTo(1);
        assertThat(transactions(disbursed(Optional.of(ACCOUNT)))
                        + transactions(credited(movement(ASKED_FOR, TransactionType.DEPOSIT, Optional.empty()))))
                .isEqualTo(1);
    }

    @Test
    void the_close_of_a_day_counts_nothing_on_a_loan() {
        assertThat(transactions(new LoanInterestAccrued(LOAN, DAY, TEN, TEN, Optional.empty(), List.of())))
                .isZero();
    }

    @Test
    void a_command_that_moves_money_on_a_loan_counts_and_one_that_only_books_does_not() {
        assertThat(transactions(new PayLoan(
                        LOAN, ASKED_FOR, Optional.empty(), TEN, Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(1);
        assertThat(transactions(new ChargeOffLoan(LOAN, ASKED_FOR, Optional.empty(), "gone")))
                .isZero();
    }

    private static LoanDisbursed disbursed(Optional<AccountId> account) {
        return new LoanDisbursed(
                LOAN,
                new LoanEntry.PaidOut(ASKED_FOR, DAY, TEN),
                Optional.empty(),
                new Particulars(DAY, account, Optional.empty(), Optional.empty()),
                FIGURES,
                List.of());
    }

    private static AccountCredited credited(Movement movement) {
        return new AccountCredited(ACCOUNT, movement, TEN, List.<JournalLine>of());
    }

    private static AccountDebited debited(Movement movement) {
        return new AccountDebited(ACCOUNT, movement, TEN, Optional.empty(), Optional.empty(), List.of());
    }

    private static Movement movement(TransactionId id, TransactionType type, Optional<AccountId> other) {
        return new Movement(
                id,
                type,
                TEN,
                DAY,
                DAY,
                "x",
                Optional.empty(),
                Channel.SYSTEM,
                other,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
