package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/**
 * One line of a running loan's schedule, with what of it is settled.
 *
 * @param number from 1 on
 * @param settledPrincipal paid or, of interest, waived
 * @param balance the principal that is left after it, if all is paid as planned
 */
public record InstallmentStanding(
        int number,
        LocalDate due,
        Money principal,
        Money interest,
        Money settledPrincipal,
        Money settledInterest,
        Money balance) {
    public Money payment() {
        return principal.plus(interest);
    }

    public Money settled() {
        return settledPrincipal.plus(settledInterest);
    }

    public Money open() {
        return payment().minus(settled());
    }

    public boolean isSettled() {
        return !open().isPositive();
    }
}
