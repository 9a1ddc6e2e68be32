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

    /** Whether it counts as lost: nothing more is earned, and it needs no allowance any more. */
    public boolean isLost() {
        return this == CHARGED_OFF || this == WRITTEN_OFF;
    }

    /** Where an event leaves a loan that was here. */
    public LoanStatus after(LoanEvent event) {
        return switch (event) {
            case LoanEvent.LoanApplied _ -> APPLIED;
            case LoanEvent.LoanApproved _ -> APPROVED;
            case LoanEvent.LoanOriginated _ -> ORIGINATED;
            case LoanEvent.LoanCancelled _ -> CANCELLED;
            case LoanEvent.LoanActivated _, LoanEvent.LoanDefaultCured _, LoanEvent.LoanReopened _ -> ACTIVE;
            case LoanEvent.LoanDefaulted _ -> DEFAULTED;
            case LoanEvent.LoanPaidOff _ -> PAID_OFF;
            case LoanEvent.LoanClosed _ -> CLOSED;
            case LoanEvent.LoanChargedOff _ -> CHARGED_OFF;
            case LoanEvent.LoanWrittenOff _ -> WRITTEN_OFF;
            case LoanEvent.LoanDisbursed _ -> this == ORIGINATED ? DISBURSED : this;
            case LoanEvent.Entered _,
                    LoanEvent.LoanPaymentReversed _,
                    LoanEvent.LoanInterestAccrued _,
                    LoanEvent.LoanLateFeesCharged _,
                    LoanEvent.LoanAged _,
                    LoanEvent.LoanProvisioned _ -> this;
        };
    }

    /** Whether money may come for it. */
    public boolean takesPayments() {
        return isRunning() || this == CHARGED_OFF;
    }
}
