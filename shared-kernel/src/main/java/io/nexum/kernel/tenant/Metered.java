package io.nexum.kernel.tenant;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.loan.LoanEvent;

/**
 * What counts as a transaction of a tenant, for its quota and its bill: a movement of money that somebody asked for, once
 * however many events tell of it. What the bank posts of itself doesn't count: interest, the fees of a product, and the
 * work of a day's close.
 */
public final class Metered {
    private Metered() {}

    /**
     * How many transactions the event tells of, 1 or 0. Of a transfer its debit counts; of a loan's money that goes over
     * an account here, what the account tells.
     */
    public static int transactions(DomainEvent event) {
        boolean counts = switch (event) {
            case BalanceChanged change -> counts(change);
            case LoanEvent.Entered entered -> counts(entered);
            case LoanEvent.LoanPaymentReversed reversed -> isInCash(reversed.particulars());
            case JournalEntryPosted _ -> true;
            // All that is left moves no money, or the bank does it of itself; a test goes through all that post.
            default -> false;
        };
        return counts ? 1 : 0;
    }

    private static boolean counts(BalanceChanged event) {
        return switch (event) {
            case AccountDebited debited -> isAskedFor(debited);
            case AccountCredited credited ->
                isAskedFor(credited) && credited.movement().counterparty().isEmpty();
        };
    }

    private static boolean counts(LoanEvent.Entered event) {
        return switch (event) {
            case LoanEvent.LoanGoodwillGiven _, LoanEvent.LoanFeeCharged _ -> true;
            case LoanEvent.LoanDisbursed _,
                    LoanEvent.LoanPaymentReceived _,
                    LoanEvent.LoanCreditRefunded _,
                    LoanEvent.LoanPaymentChargedBack _,
                    LoanEvent.LoanRecovered _ -> isInCash(event.particulars());
            case LoanEvent.LoanAmountWaived _,
                    LoanEvent.LoanRateChanged _,
                    LoanEvent.LoanInterestPaused _,
                    LoanEvent.LoanReplanned _,
                    LoanEvent.LoanChargedOff _,
                    LoanEvent.LoanWrittenOff _ -> false;
        };
    }

    private static boolean isAskedFor(BalanceChanged change) {
        return !change.transaction().followsFromItsCause();
    }

    /** Whether no account here tells of it too. */
    private static boolean isInCash(LoanEvent.Particulars particulars) {
        return particulars.account().isEmpty();
    }
}
