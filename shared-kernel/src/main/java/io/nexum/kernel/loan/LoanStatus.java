package io.nexum.kernel.loan;

/** Where a loan is in its life. */
public enum LoanStatus {
    /** Somebody asked for it. */
    APPLIED,
    APPROVED,
    /** Agreed on; nothing is paid out yet. */
    ORIGINATED,
    /** Some of it is paid out. */
    DISBURSED,
    ACTIVE,
    PAID_OFF,
    DEFAULTED,
    /** Counts as lost, but is still to be paid. */
    CHARGED_OFF,
    /** Given up. */
    WRITTEN_OFF,
    CLOSED,
    CANCELLED;

    /** Whether money is owed, so that the bank's day goes over it. */
    public boolean isRunning() {
        return this == DISBURSED || this == ACTIVE || this == DEFAULTED;
    }

    /** Whether neither side can ask anything of the other any more. */
    public boolean isOver() {
        return this == PAID_OFF || this == WRITTEN_OFF || this == CLOSED || this == CANCELLED;
    }

    /** Whether money may come for it. */
    public boolean takesPayments() {
        return isRunning() || this == CHARGED_OFF;
    }
}
