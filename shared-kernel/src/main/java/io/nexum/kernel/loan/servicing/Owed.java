package io.nexum.kernel.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Something that is owed on a day, and how much of it is settled. Lives while a loan is worked out. */
final class Owed {
    final Component component;
    final LocalDate due;
    final boolean installment;
    private BigDecimal amount;
    private BigDecimal paid = BigDecimal.ZERO;
    private BigDecimal waived = BigDecimal.ZERO;

    /** @param installment whether it is part of the schedule, so that leaving it unpaid is being late */
    Owed(Component component, LocalDate due, boolean installment, BigDecimal amount) {
        this.component = component;
        this.due = due;
        this.installment = installment;
        this.amount = amount;
    }

    BigDecimal amount() {
        return amount;
    }

    BigDecimal paid() {
        return paid;
    }

    BigDecimal waived() {
        return waived;
    }

    BigDecimal open() {
        return amount.subtract(paid).subtract(waived);
    }

    boolean isOpen() {
        return open().signum() > 0;
    }

    /** Pays as much as is open of an amount, and says how much that was. */
    BigDecimal pay(BigDecimal most) {
        BigDecimal part = most.min(open()).max(BigDecimal.ZERO);
        paid = paid.add(part);
        return part;
    }

    BigDecimal waive(BigDecimal most) {
        BigDecimal part = most.min(open()).max(BigDecimal.ZERO);
        waived = waived.add(part);
        return part;
    }

    /** Takes over what an earlier plan's line had settled; what is too much of it is left. */
    void inherit(Owed earlier) {
        waived = waived.add(earlier.takeWaived(open()));
        paid = paid.add(earlier.takePaid(open()));
    }

    /** Nothing more is owed of it than what is settled. */
    void end() {
        amount = paid.add(waived);
    }

    void raiseTo(BigDecimal newAmount) {
        amount = newAmount;
    }

    /** Settled to the last, even below zero: interest that was paid and is no longer earned comes back. */
    void settle() {
        paid = amount.subtract(waived);
    }

    BigDecimal takePaid(BigDecimal most) {
        BigDecimal part = paid.min(most).max(BigDecimal.ZERO);
        paid = paid.subtract(part);
        return part;
    }

    BigDecimal takeWaived(BigDecimal most) {
        BigDecimal part = waived.min(most).max(BigDecimal.ZERO);
        waived = waived.subtract(part);
        return part;
    }
}
