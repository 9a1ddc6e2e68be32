package io.nexum.kernel.loan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.loan.servicing.Outlook;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The figures of a loan after an event, for all who only read.
 *
 * @param asOf the day at whose start it stands so
 * @param lateThrough the last day whose late fees are charged
 * @param interest earned and not settled; below zero if paid ahead
 * @param penalties with default interest
 * @param overdueSince the due day of the oldest instalment that is past due and open
 * @param overdue all that is past due
 * @param nextPayment the due day of the oldest open instalment, past or to come
 * @param payments how many instalments the schedule has, and how many of them are open
 * @param outlook what it earns while nothing happens to it; absent while something is past due
 */
public record LoanFigures(
        LocalDate asOf,
        LocalDate lateThrough,
        Money paidOut,
        Money principal,
        Money interest,
        Money fees,
        Money penalties,
        Money credit,
        Money interestEarned,
        Optional<LocalDate> overdueSince,
        Money overdue,
        Optional<LocalDate> nextPayment,
        Money nextPaymentAmount,
        int payments,
        int openPayments,
        Optional<Outlook> outlook) {

    public static LoanFigures of(LoanStanding standing, LocalDate lateThrough) {
        return new LoanFigures(
                standing.asOf(),
                lateThrough,
                standing.paidOut(),
                standing.principal(),
                standing.owed(Component.INTEREST),
                standing.owed(Component.FEE),
                standing.owed(Component.PENALTY).plus(standing.owed(Component.DEFAULT_INTEREST)),
                standing.credit(),
                standing.interestEarned(),
                standing.overdueSince(),
                standing.overdue(),
                standing.nextPayment(),
                standing.nextPaymentAmount(),
                standing.schedule().size(),
                (int) standing.schedule().stream()
                        .filter(line -> !line.isSettled())
                        .count(),
                // What is past due may cost a late fee that is still to be charged.
                standing.overdueSince().isPresent() ? Optional.empty() : standing.outlook());
    }

    /** Days since the oldest open instalment was due; 0 if none is past due. */
    @JsonIgnore
    public int daysPastDue() {
        return overdueSince
                .map(since -> (int) ChronoUnit.DAYS.between(since, asOf))
                .orElse(0);
    }
}
