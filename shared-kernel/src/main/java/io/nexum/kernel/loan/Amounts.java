package io.nexum.kernel.loan;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How the amounts of one loan are rounded: HALF_EVEN, to the currency's decimals or to the loan's multiple. */
record Amounts(Currency currency, Optional<BigDecimal> multiple) {
    BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(currency.decimals(), RoundingMode.HALF_EVEN);
    }

    /** To the multiple, and not to nothing, which would never pay anything back. */
    BigDecimal installment(BigDecimal amount) {
        return multiple.map(m -> rounded(toMultiple(amount, m).max(m))).orElseGet(() -> rounded(amount));
    }

    /** The same of its two parts, each of which is brought to the multiple by itself. */
    BigDecimal installment(BigDecimal principal, BigDecimal interest) {
        return multiple.map(m -> rounded(
                        toMultiple(principal, m).add(toMultiple(interest, m)).max(m)))
                .orElseGet(() -> rounded(principal.add(interest)));
    }

    /** A percentage of an amount, to the multiple if there is one, and never more than all. */
    BigDecimal percentage(BigDecimal percent, BigDecimal amount) {
        BigDecimal exact = amount.multiply(percent).movePointLeft(2);
        return rounded(multiple.map(m -> toMultiple(exact, m)).orElse(exact)).min(amount);
    }

    /** An equal share, where some remain to be paid. */
    BigDecimal share(BigDecimal amount, int payments) {
        return rounded(amount.divide(BigDecimal.valueOf(payments), MathContext.DECIMAL128));
    }

    Money money(BigDecimal amount) {
        return Money.of(amount, currency);
    }

    private static BigDecimal toMultiple(BigDecimal amount, BigDecimal multiple) {
        return amount.divide(multiple, 0, RoundingMode.HALF_EVEN).multiply(multiple);
    }
}
