package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;

/** Amounts that are sent as money, or as a number alone in the currency that is meant. */
final class LoanAmounts {
    private LoanAmounts() {}

    /** Above zero, and must be sent. */
    static Money amount(Fields in, String name, Currency currency) {
        if (!in.has(name) || in.isObject(name)) {
            return in.amount(name);
        }
        Money amount = moneyOrNumber(in, name, currency);
        if (amount.isZero()) {
            in.wrong(name, "must be above zero");
        }
        return amount;
    }

    /** An object of amount and currency, or a number alone in the currency that is meant; zero or more. */
    static Money moneyOrNumber(Fields in, String name, Currency currency) {
        if (in.isObject(name)) {
            return in.limit(name).orElse(Money.zero(currency));
        }
        BigDecimal number = in.decimal(name);
        if (number == null) {
            return Money.zero(currency);
        }
        if (number.signum() < 0) {
            in.wrong(name, "must not be below zero");
        }
        if (number.stripTrailingZeros().scale() > currency.decimals()) {
            in.wrong(name, "must have at most the " + currency.decimals() + " decimals of " + currency);
            return Money.zero(currency);
        }
        return Money.of(number, currency);
    }
}
