package io.nexum.kernel.account;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/**
 * The interest of one posting period, as far as it is in the books.
 *
 * @param from the first day of the period
 * @param earned what the holder is owed for it; below zero if the holder owes it, at a rate below zero
 * @param charged what the holder owes for having been overdrawn
 */
public record PeriodInterest(LocalDate from, Money earned, Money charged) {
    public static PeriodInterest none(LocalDate from, Currency currency) {
        return new PeriodInterest(from, Money.zero(currency), Money.zero(currency));
    }
}
