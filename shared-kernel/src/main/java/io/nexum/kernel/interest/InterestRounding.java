package io.nexum.kernel.interest;

import io.nexum.kernel.money.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * To what an amount of interest is rounded, and how.
 *
 * @param mode any but UNNECESSARY
 * @param unit above zero, in the currency's main unit: 0.01 for a cent, 0.05 for five, 1 for a yen
 */
public record InterestRounding(RoundingMode mode, BigDecimal unit) {
    /** @throws IllegalArgumentException if the mode rounds nothing or the unit is not above zero */
    public InterestRounding {
        if (mode == RoundingMode.UNNECESSARY || unit.signum() <= 0) {
            throw new IllegalArgumentException("interest is rounded to a unit above zero");
        }
    }

    /** HALF_EVEN to the currency's smallest unit, as the house rounds. */
    public static InterestRounding of(Currency currency) {
        return of(currency, RoundingMode.HALF_EVEN);
    }

    /** To the currency's smallest unit. */
    public static InterestRounding of(Currency currency, RoundingMode mode) {
        return new InterestRounding(mode, BigDecimal.ONE.movePointLeft(currency.decimals()));
    }

    BigDecimal round(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator.multiply(unit), 0, mode).multiply(unit);
    }
}
