package io.nexum.kernel.loan;

import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/**
 * One line of a schedule: what is to be paid on a day.
 *
 * @param number from 1 on, down payments included
 * @param balance the principal that is left after it
 */
public record Installment(int number, LocalDate due, Money principal, Money interest, Money balance) {
    public Money payment() {
        return principal.plus(interest);
    }
}
