package io.nexum.command.loan;

import io.nexum.command.Claim;
import io.nexum.command.Workspace;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.loan.CreditStage;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.money.Money;

/** What a loan becomes by an entry, each with its reason. */
final class Transitions {
    /** The claims that list the loans which the bank's day goes over. */
    static final String RUNNING = "open_loan";

    private Transitions() {}

    /** Records what follows from an entry that was just recorded. */
    static void record(KnownLoan before, LoanEntry entry, LoanStanding after, Workspace work) {
        LoanId id = before.id();
        if (entry instanceof LoanEntry.PaidOut) {
            if (!before.hasBegun()) {
                open(before, work);
            }
            if (!before.status().equals(LoanStatus.ACTIVE) && !after.paidOut().isLessThan(before.agreedPrincipal())) {
                work.record(new LoanEvent.LoanActivated(id, "all of it is paid out"));
            }
        }
        if (entry instanceof LoanEntry.Paid && before.status() == LoanStatus.DISBURSED) {
            work.record(new LoanEvent.LoanActivated(id, "the first payment came"));
        }
        settled(before, after, work);
    }

    /** What follows from being paid off, or no longer so. */
    static void settled(KnownLoan before, LoanStanding after, Workspace work) {
        LoanStatus status = before.status();
        if (status.isRunning() && after.isPaidOff()) {
            work.record(new LoanEvent.LoanPaidOff(before.id(), "nothing is owed any more"));
            releaseAllowance(before, work);
            leave(before, work);
        } else if (status == LoanStatus.PAID_OFF && !after.isPaidOff()) {
            work.record(new LoanEvent.LoanReopened(before.id(), "it owes again"));
            open(before, work);
        } else if (status == LoanStatus.DEFAULTED && after.overdueSince().isEmpty()) {
            work.record(new LoanEvent.LoanDefaultCured(before.id(), "nothing is past due any more"));
        }
    }

    /** The bank's day no longer goes over the loan. */
    static void leave(KnownLoan loan, Workspace work) {
        work.release(RUNNING, loan.id().toString());
    }

    private static void open(KnownLoan loan, Workspace work) {
        work.claim(new Claim(
                RUNNING,
                loan.id().toString(),
                new AlreadyTaken("loan", loan.id().toString())));
    }

    private static void releaseAllowance(KnownLoan loan, Workspace work) {
        Money none = Money.zero(loan.currency());
        if (!loan.ledger().allowance().isZero()) {
            work.record(new LoanEvent.LoanProvisioned(
                    loan.id(), work.bookingDate(), CreditStage.STAGE_1, none, new LoanJournal(loan).allowance(none)));
        }
    }
}
