package io.nexum.kernel.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that is owed on a day, and how much of it is settled.
 *
 * @param origin why it is owed
 */
record Owed(Component component, LocalDate due, Origin origin, BigDecimal amount, BigDecimal paid, BigDecimal waived) {

    /** Why something is owed. */
    enum Origin {
        /** The plan in force says so; another plan would put its own lines in its place. */
        PLAN,
        /** It stays as it is, but leaving it unpaid is being late: an instalment of an earlier plan, for example. */
        INSTALLMENT,
        /** It came on top of the schedule. */
        CHARGE
    }

    static Owed of(Component component, LocalDate due, Origin origin, BigDecimal amount) {
        return new Owed(component, due, origin, amount, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Owed and settled in the same moment. */
    static Owed settled(Component component, LocalDate due, BigDecimal amount) {
        Origin origin = component == Component.PRINCIPAL ? Origin.INSTALLMENT : Origin.CHARGE;
        return new Owed(component, due, origin, amount, amount, BigDecimal.ZERO);
    }

    /** Whether it is part of the schedule, so that leaving it unpaid is being late. */
    boolean isInstallment() {
        return origin != Origin.CHARGE;
    }

    boolean isPlanned() {
        return origin == Origin.PLAN;
    }

    boolean isDueAt(Owed other) {
        return component == other.component && due.equals(other.due);
    }

    BigDecimal open() {
        return amount.subtract(paid).subtract(waived);
    }

    /** What of it is still to be paid; what was settled beyond its amount doesn't count. */
    BigDecimal unpaid() {
        return open().max(BigDecimal.ZERO);
    }

    BigDecimal settled() {
        return paid.add(waived);
    }

    boolean isOpen() {
        return open().signum() > 0;
    }

    /** Pays as much of it as is open, but no more than an amount. */
    Owed pay(BigDecimal most) {
        BigDecimal part = most.min(unpaid());
        return part.signum() > 0 ? with(amount, paid.add(part), waived) : this;
    }

    Owed waive(BigDecimal most) {
        BigDecimal part = most.min(unpaid());
        return part.signum() > 0 ? with(amount, paid, waived.add(part)) : this;
    }

    /** Takes back what was paid, but no more than an amount. */
    Owed takePaid(BigDecimal most) {
        return with(amount, paid.subtract(least(paid, most)), waived);
    }

    Owed takeWaived(BigDecimal most) {
        return with(amount, paid, waived.subtract(least(waived, most)));
    }

    /** Nothing more is owed of it than what is settled. */
    Owed end() {
        return with(settled(), paid, waived);
    }

    /** Settled to the last, even below zero: interest that was paid and is no longer earned comes back. */
    Owed settle() {
        return with(amount, amount.subtract(waived), waived);
    }

    Owed raiseTo(BigDecimal newAmount) {
        return with(newAmount, paid, waived);
    }

    /** No longer of the plan in force. */
    Owed outlivePlan() {
        return new Owed(component, due, Origin.INSTALLMENT, amount, paid, waived);
    }

    private static BigDecimal least(BigDecimal settled, BigDecimal most) {
        return settled.min(most).max(BigDecimal.ZERO);
    }

    private Owed with(BigDecimal newAmount, BigDecimal newPaid, BigDecimal newWaived) {
        return new Owed(component, due, origin, newAmount, newPaid, newWaived);
    }
}
