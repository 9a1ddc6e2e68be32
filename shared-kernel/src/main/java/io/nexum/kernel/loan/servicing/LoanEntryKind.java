package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.money.Money;
import java.util.Optional;

/** What a loan's book has entries of. What the bank gives in place of a payment is told apart from what came. */
public enum LoanEntryKind {
    PAID_OUT,
    PAID,
    GOODWILL,
    CHARGED,
    WAIVED,
    REFUNDED,
    CHARGED_BACK,
    RECOVERED,
    RATE_SET,
    PAUSED,
    REPLANNED,
    CHARGED_OFF,
    WRITTEN_OFF;

    public static LoanEntryKind of(LoanEntry entry) {
        return switch (entry) {
            case LoanEntry.PaidOut _ -> PAID_OUT;
            case LoanEntry.Paid paid -> paid.source() == LoanEntry.Source.GOODWILL ? GOODWILL : PAID;
            case LoanEntry.Charged _ -> CHARGED;
            case LoanEntry.Waived _ -> WAIVED;
            case LoanEntry.Refunded _ -> REFUNDED;
            case LoanEntry.ChargedBack _ -> CHARGED_BACK;
            case LoanEntry.Recovered _ -> RECOVERED;
            case LoanEntry.RateSet _ -> RATE_SET;
            case LoanEntry.Paused _ -> PAUSED;
            case LoanEntry.Replanned _ -> REPLANNED;
            case LoanEntry.ChargedOff _ -> CHARGED_OFF;
            case LoanEntry.WrittenOff _ -> WRITTEN_OFF;
        };
    }

    /** Whether it came in for the loan, or went back of what had come. */
    public boolean isPayment() {
        return this == PAID || this == GOODWILL || this == CHARGED_BACK || this == REFUNDED || this == RECOVERED;
    }

    /** What of an entry is money; a few are of none. */
    public static Optional<Money> amount(LoanEntry entry) {
        return switch (entry) {
            case LoanEntry.PaidOut out -> Optional.of(out.amount());
            case LoanEntry.Paid paid -> Optional.of(paid.amount());
            case LoanEntry.Charged charged -> Optional.of(charged.amount());
            case LoanEntry.Waived waived -> Optional.of(waived.amount());
            case LoanEntry.Refunded refunded -> Optional.of(refunded.amount());
            case LoanEntry.ChargedBack back -> Optional.of(back.amount());
            case LoanEntry.Recovered back -> Optional.of(back.amount());
            case LoanEntry.RateSet _,
                    LoanEntry.Paused _,
                    LoanEntry.Replanned _,
                    LoanEntry.ChargedOff _,
                    LoanEntry.WrittenOff _ -> Optional.empty();
        };
    }
}
