package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.command.account.AccountRules;
import io.nexum.command.account.AccountState;
import io.nexum.command.account.OpenedAccount;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand.ReverseLoanPayment;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanEvent.Particulars;
import io.nexum.kernel.loan.LoanRefusal.PaymentNotFound;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.LoanEntry;
import java.time.LocalDate;
import java.util.Optional;

/** Takes a payment back. What came after it is shared out anew, as if the payment had never been. */
final class PaymentReversal {
    private PaymentReversal() {}

    static LoanAnswer reverse(ReverseLoanPayment command, Workspace work) {
        Optional<OpenedAccount> source = command.source().map(id -> open(id, work));
        KnownLoan loan = LoanCommands.load(command.loan(), work);
        LoanRules.mustBe(
                loan, "given a payment back", status -> status.takesPayments() || status == LoanStatus.PAID_OFF);
        LoanEntry.Paid paid = loan.book()
                .find(command.payment())
                .filter(LoanEntry.Paid.class::isInstance)
                .map(LoanEntry.Paid.class::cast)
                .orElseThrow(() -> new RefusedException(new PaymentNotFound(loan.id(), command.payment())));
        mustBeItsSource(command, loan);
        LocalDate today = work.bookingDate();
        Ledgered after =
                Ledgered.of(loan, loan.book().without(paid.id()), loan.ledger().lateThrough(), today);
        LoanEntries entries = new LoanEntries(loan, work);
        source.ifPresent(account -> entries.moveOnAccount(
                account, command.transaction(), today, paid.amount().negated(), Optional.empty()));
        work.record(new LoanEvent.LoanPaymentReversed(
                loan.id(),
                command.transaction(),
                paid.id(),
                paid.date(),
                new Particulars(today, command.source(), Optional.empty(), Optional.of(command.reason())),
                after.figures(),
                after.lines(source.isPresent() ? Optional.empty() : Optional.of(DefaultChart.CASH))));
        Transitions.settled(loan, after.standing(), work);
        return entries.answer(after, command.transaction(), paid.date());
    }

    private static void mustBeItsSource(ReverseLoanPayment command, KnownLoan loan) {
        Optional<AccountId> source = loan.payments().source(command.payment());
        if (!source.equals(command.source())) {
            throw new RefusedException(new PaymentNotFound(loan.id(), command.payment()));
        }
    }

    private static OpenedAccount open(AccountId id, Workspace work) {
        return AccountRules.mustExist(id, work.load(AccountState.TYPE, AccountState.streamOf(id)));
    }
}
