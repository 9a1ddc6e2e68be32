package io.nexum.kernel.tenant;

import io.nexum.kernel.Command;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.ledger.LedgerCommand.PostJournalEntry;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.loan.LoanCommand;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionCommand.Single;

/**
 * What counts as a transaction of a tenant, for its quota and its bill: a movement of money that somebody asked for, once
 * however many events tell of it. What the bank posts of itself doesn't count: interest, the fees of a product, and the
 * work of a day's close.
 */
public final class Metered {
    private Metered() {}

    /** How many transactions the command asks for; 0 for most commands. */
    public static int transactions(Command<?> command) {
        return switch (command) {
            case Single _, Reverse _, PostJournalEntry _ -> 1;
            case PostBulk bulk -> bulk.items().size();
            case LoanCommand loan -> transactions(loan);
            default -> 0;
        };
    }

    private static int transactions(LoanCommand command) {
        return switch (command) {
            case LoanCommand.DisburseLoan _,
                    LoanCommand.PayLoan _,
                    LoanCommand.PayOffLoan _,
                    LoanCommand.GiveGoodwill _,
                    LoanCommand.ChargeLoanFee _,
                    LoanCommand.RefundLoanCredit _,
                    LoanCommand.ChargeBackPayment _,
                    LoanCommand.RecoverLoan _,
                    LoanCommand.ReverseLoanPayment _ -> 1;
            default -> 0;
        };
    }

    /**
     * How many transactions the event tells of, 1 or 0. Of a transfer its debit counts; of a loan's money that goes over
     * an account here, what the account tells.
     */
    public static int transactions(DomainEvent event) {
        boolean counts = switch (event) {
            case AccountDebited debited -> isAskedFor(debited);
            case AccountCredited credited ->
                isAskedFor(credited) && credited.movement().counterparty().isEmpty();
            case JournalEntryPosted _ -> true;
            case LoanEvent.LoanGoodwillGiven _, LoanEvent.LoanFeeCharged _ -> true;
            case LoanEvent.LoanDisbursed paidOut -> isInCash(paidOut.particulars());
            case LoanEvent.LoanPaymentReceived paid -> isInCash(paid.particulars());
            case LoanEvent.LoanPaymentReversed reversed -> isInCash(reversed.particulars());
            case LoanEvent.LoanCreditRefunded refunded -> isInCash(refunded.particulars());
            case LoanEvent.LoanPaymentChargedBack back -> isInCash(back.particulars());
            case LoanEvent.LoanRecovered recovered -> isInCash(recovered.particulars());
            default -> false;
        };
        return counts ? 1 : 0;
    }

    private static boolean isAskedFor(BalanceChanged change) {
        return !change.transaction().followsFromItsCause();
    }

    /** Whether no account here tells of it too. */
    private static boolean isInCash(LoanEvent.Particulars particulars) {
        return particulars.account().isEmpty();
    }
}
