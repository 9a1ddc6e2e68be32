package io.nexum.command.loan;

import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.servicing.LoanBook;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanStanding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A loan with one more entry, or one less, and what the general ledger has to post so that it follows.
 *
 * @param standing how the loan then stands, on the bank's day
 */
record Ledgered(KnownLoan loan, LoanStanding standing, LocalDate lateThrough) {
    /** @throws RefusedException if the loan's terms can't take it */
    static Ledgered with(KnownLoan loan, LoanEntry entry, LocalDate today) {
        // Who pays late is charged the fee at once, also if the bank's day hasn't come by yet.
        LocalDate late = entry instanceof LoanEntry.Paid
                ? later(loan.ledger().lateThrough(), entry.date())
                : loan.ledger().lateThrough();
        return of(loan, loan.book().plus(entry), late, today);
    }

    static Ledgered of(KnownLoan loan, LoanBook changed, LocalDate lateThrough, LocalDate today) {
        try {
            return new Ledgered(loan, changed.at(later(loan.ledger().asOf(), today), lateThrough), lateThrough);
        } catch (IllegalArgumentException e) {
            String why = e.getMessage();
            throw new RefusedException(new InvalidValue("terms", why == null ? "the loan can't take it" : why));
        }
    }

    /** @param settlement where money goes or comes from; absent if an account's own event tells that */
    List<JournalLine> lines(Optional<GlCode> settlement) {
        return new LoanJournal(loan)
                .lines(standing.position().since(loan.posted().position()), settlement);
    }

    LoanFigures figures() {
        return LoanFigures.of(standing, lateThrough);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
