package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a loan stands at the start of a day.
 *
 * @param plan the one in force
 * @param owed what is owed of each component; of interest what was earned so far, below zero if paid ahead
 * @param settled what has been paid of each component, waived or made principal
 * @param addedPrincipal what became principal since: interest and charges, and payments that were taken back
 * @param overdueSince the due day of the oldest instalment that is past due and open
 * @param overdue what is past due, instalments and charges
 * @param nextPayment the due day of the oldest instalment that is open, past or to come
 * @param payoff what would settle all on that day, with the penalty for doing so
 * @param lost what was owed when the loan was charged off or written off
 * @param splits what each payment paid
 * @param outlook what it earns next; absent if something else goes on, as default interest, or nothing is earned
 */
public record LoanStanding(
        LocalDate asOf,
        LoanPlan plan,
        List<InstallmentStanding> schedule,
        Map<Component, Money> owed,
        Map<Component, Money> settled,
        Money paidOut,
        Money addedPrincipal,
        Money interestEarned,
        Money credit,
        Optional<LocalDate> overdueSince,
        Money overdue,
        Optional<LocalDate> nextPayment,
        Money nextPaymentAmount,
        Money payoff,
        Money prepaymentPenalty,
        Optional<Money> lost,
        Map<TransactionId, PaymentSplit> splits,
        Optional<Outlook> outlook,
        LoanPosition position) {
    public LoanStanding {
        schedule = List.copyOf(schedule);
        owed = Map.copyOf(owed);
        settled = Map.copyOf(settled);
        splits = Map.copyOf(splits);
    }

    public Money owed(Component component) {
        return owed.getOrDefault(component, Money.zero(paidOut.currency()));
    }

    public Money settled(Component component) {
        return settled.getOrDefault(component, Money.zero(paidOut.currency()));
    }

    public Money principal() {
        return owed(Component.PRINCIPAL);
    }

    /** Penalties, fees and default interest that are owed. */
    public Money charges() {
        return owed(Component.PENALTY).plus(owed(Component.FEE)).plus(owed(Component.DEFAULT_INTEREST));
    }

    public LedgerStanding inLedger() {
        return new LedgerStanding(
                position, interestEarned, charged(Component.DEFAULT_INTEREST), charged(Component.PENALTY));
    }

    private Money charged(Component component) {
        return owed(component).plus(settled(component));
    }

    /** Days since the oldest open instalment was due; 0 if none is past due. */
    public int daysPastDue() {
        return overdueSince
                .map(since -> (int) ChronoUnit.DAYS.between(since, asOf))
                .orElse(0);
    }

    /** Whether money was paid out and nothing is owed any more. */
    public boolean isPaidOff() {
        return paidOut.isPositive()
                && lost.isEmpty()
                && !principal().isPositive()
                && !charges().isPositive()
                && schedule.stream().allMatch(InstallmentStanding::isSettled);
    }
}
