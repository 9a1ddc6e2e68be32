package io.nexum.kernel.interest;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * An amount of interest before any rounding. A day's interest is a 365th of a year's, which no decimal can write down,
 * so it is kept as a fraction; sums of fractions are exact too.
 *
 * @param denominator above zero
 */
public record ExactInterest(BigDecimal numerator, BigDecimal denominator) {
    /** Where a decimal is needed (interest on interest, and for people to read): 34 digits, HALF_EVEN. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    public static final ExactInterest NONE = new ExactInterest(BigDecimal.ZERO, BigDecimal.ONE);

    /** @throws IllegalArgumentException if the denominator is not above zero */
    public ExactInterest {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a denominator is above zero, not " + denominator);
        }
    }

    public ExactInterest plus(ExactInterest other) {
        if (denominator.compareTo(other.denominator) == 0) {
            return new ExactInterest(numerator.add(other.numerator), denominator);
        }
        return new ExactInterest(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The amount to {@link #PRECISION}. */
    public BigDecimal value() {
        return numerator.divide(denominator, PRECISION);
    }

    /**
     * The amount, rounded once.
     *
     * @throws IllegalArgumentException if the unit is finer than the currency's decimals
     */
    public Money rounded(InterestRounding rounding, Currency currency) {
        return Money.of(rounding.round(numerator, denominator), currency);
    }

    /** Whether two fractions are the same amount, however they are written. */
    public boolean isSameAs(ExactInterest other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) == 0;
    }
}
