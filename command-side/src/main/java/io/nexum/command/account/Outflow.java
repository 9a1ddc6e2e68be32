package io.nexum.command.account;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What left an account on one of its days and in that day's month.
 *
 * @param day the newest day on which something counted
 * @param inCashOnDay what of it was withdrawn
 */
public record Outflow(LocalDate day, Money onDay, Money inMonth, Money inCashOnDay) {
    static Outflow none(Currency currency, LocalDate day) {
        return new Outflow(day, Money.zero(currency), Money.zero(currency), Money.zero(currency));
    }

    Money on(LocalDate asked) {
        return notBack(asked).equals(day) ? onDay : Money.zero(onDay.currency());
    }

    Money inMonthOf(LocalDate asked) {
        boolean sameMonth = YearMonth.from(notBack(asked)).equals(YearMonth.from(day));
        return sameMonth ? inMonth : Money.zero(inMonth.currency());
    }

    Money inCashOn(LocalDate asked) {
        return notBack(asked).equals(day) ? inCashOnDay : Money.zero(inCashOnDay.currency());
    }

    Outflow plus(LocalDate date, Money amount, boolean inCash) {
        Money cash = inCash ? inCashOn(date).plus(amount) : inCashOn(date);
        return new Outflow(notBack(date), on(date).plus(amount), inMonthOf(date).plus(amount), cash);
    }

    /** Days only move on: around midnight a command of the old day may come after one of the new, and counts with it. */
    private LocalDate notBack(LocalDate date) {
        return date.isBefore(day) ? day : date;
    }
}
