package io.nexum.command.loan;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.loan.LoanRefusal.NothingToDo;
import io.nexum.kernel.money.Money;

/** A loan is closed when neither side owes the other anything. */
final class Closing {
    private Closing() {}

    static void mustOweNothing(KnownLoan loan) {
        Money credit = loan.posted().credit();
        if (credit.isPositive()) {
            throw new RefusedException(new NothingToDo(
                    loan.id(), "loan " + loan.id() + " still holds " + credit + " of the borrower's; refund it first"));
        }
    }
}
