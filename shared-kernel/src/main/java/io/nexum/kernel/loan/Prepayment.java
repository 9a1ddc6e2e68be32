package io.nexum.kernel.loan;

import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/** Principal that is paid back before it is due, and what that does to the payments after it. */
public record Prepayment(LocalDate date, Money amount, Effect effect) {
    /** What becomes smaller by a prepayment. */
    public enum Effect {
        /** The instalment stays, and the loan ends sooner. */
        SHORTER_TERM,

        /** The number of payments stays, and each is lower. */
        LOWER_INSTALLMENT
    }
}
