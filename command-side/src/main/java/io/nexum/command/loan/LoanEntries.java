package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.command.account.AccountPostings;
import io.nexum.command.account.AccountRules;
import io.nexum.command.account.AccountState;
import io.nexum.command.account.OpenedAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanEvent.Particulars;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanStatus;
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

/** Enters something in a loan's book: its event, the other end of its money, and what the loan becomes by it. */
final class LoanEntries {
    private final KnownLoan loan;
    private final Workspace work;
    private final LocalDate today;

    LoanEntries(KnownLoan loan, Workspace work) {
        this.loan = loan;
        this.work = work;
        this.today = work.bookingDate();
    }

    /** Makes the event of an entry. */
    interface Telling {
        LoanEvent.Entered tell(Ledgered ledgered, Particulars particulars, LoanFigures after, List<JournalLine> lines);
    }

    /** Where an entry's money comes from or goes to. */
    record OtherEnd(Optional<OpenedAccount> account, Optional<GlCode> settlement) {
        static final OtherEnd NONE = new OtherEnd(Optional.empty(), Optional.empty());
        static final OtherEnd CASH = new OtherEnd(Optional.empty(), Optional.of(DefaultChart.CASH));
        static final OtherEnd CLEARING = new OtherEnd(Optional.empty(), Optional.of(DefaultChart.CLEARING));

        /** The account if one is named, else cash; loads it, so it comes before the loan is loaded. */
        static OtherEnd of(Optional<AccountId> id, Workspace work) {
            return id.map(account -> new OtherEnd(
                            Optional.of(AccountRules.mustExist(
                                    account, work.load(AccountState.TYPE, AccountState.streamOf(account)))),
                            Optional.empty()))
                    .orElse(CASH);
        }
    }

    /**
     * Records an entry and all that follows from it.
     *
     * @param paidIn what comes from the other end; below zero if it goes there, zero if no money moves
     */
    LoanAnswer enter(
            LoanEntry entry,
            OtherEnd other,
            Money paidIn,
            Optional<String> reference,
            Optional<String> reason,
            Telling telling) {
        Ledgered after = Ledgered.with(loan, entry, today);
        Particulars particulars = new Particulars(today, other.account().map(OpenedAccount::id), reference, reason);
        other.account().ifPresent(account -> moveOnAccount(account, entry.id(), entry.date(), paidIn, reference));
        work.record(telling.tell(after, particulars, after.figures(), after.lines(other.settlement())));
        Transitions.record(loan, entry, after.standing(), work);
        return answer(after, entry.id(), entry.date());
    }

    /** The same for an entry that moves no money. */
    LoanAnswer enter(LoanEntry entry, Optional<String> reason, Telling telling) {
        return enter(entry, OtherEnd.NONE, Money.zero(loan.currency()), Optional.empty(), reason, telling);
    }

    /** The other end of the money, on a customer's account. */
    void moveOnAccount(
            OpenedAccount account,
            TransactionId transaction,
            LocalDate date,
            Money paidIn,
            Optional<String> reference) {
        boolean fromAccount = paidIn.isPositive();
        Movement movement = new Movement(
                transaction,
                fromAccount ? TransactionType.PAYMENT : TransactionType.DEPOSIT,
                fromAccount ? paidIn : paidIn.negated(),
                today,
                date,
                (fromAccount ? "Payment of loan " : "From loan ") + loan.id(),
                reference,
                Channel.SYSTEM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        work.recordAll(
                fromAccount
                        ? AccountPostings.debit(account, movement, Optional.empty(), work.at())
                        : AccountPostings.credit(account, movement, Optional.empty()));
    }

    LoanAnswer answer(Ledgered after, TransactionId transaction, LocalDate date) {
        return new LoanAnswer(
                loan.id(),
                statusNow(),
                Optional.of(transaction),
                Optional.of(date),
                Optional.ofNullable(after.standing().splits().get(transaction)),
                Optional.of(after.figures()),
                Optional.empty());
    }

    private LoanStatus statusNow() {
        return work.load(LoanState.TYPE, LoanState.streamOf(loan.id())) instanceof KnownLoan now
                ? now.status()
                : loan.status();
    }
}
