package io.nexum.kernel.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of one currency, positive, negative or zero, at exactly that currency's number of decimals.
 *
 * <p>At most {@value #MAX_INTEGER_DIGITS} digits stand before the decimal point, which is room for the sum of any
 * number of accounts, each of which holds much less. Arithmetic between two currencies
 * doesn't exist: it throws.
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency)
        implements Comparable<Money> {
    public static final int MAX_INTEGER_DIGITS = 30;

    /**
     * @throws IllegalArgumentException if the amount has more decimals than its currency, or more than
     *     {@value #MAX_INTEGER_DIGITS} digits before the point
     */
    public Money {
        // The size comes first: to write out 1E+999999999 would take all memory before anyone could refuse it.
        if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new IllegalArgumentException(
                    "an amount has at most " + MAX_INTEGER_DIGITS + " digits before the point");
        }
        if (amount.signum() == 0) {
            amount = BigDecimal.valueOf(0, currency.decimals());
        } else if (amount.scale() != currency.decimals()) {
            if (amount.stripTrailingZeros().scale() > currency.decimals()) {
                throw new IllegalArgumentException(
                        currency + " has " + currency.decimals() + " decimals, so " + amount + " is too fine");
            }
            amount = amount.setScale(currency.decimals(), RoundingMode.UNNECESSARY);
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.of(currency));
    }

    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO.setScale(currency.decimals()), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other)), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** This amount in another currency: {@code amount * rate}, rounded HALF_EVEN to the other's decimals. */
    public Money convertedAt(BigDecimal rate, Currency to) {
        return new Money(amount.multiply(rate).setScale(to.decimals(), RoundingMode.HALF_EVEN), to);
    }

    @JsonIgnore
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isLessThan(Money other) {
        return compareTo(other) < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /** Compares two amounts of one currency; throws for two currencies. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other));
    }

    private BigDecimal same(Money other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("an amount in " + other.currency + " is not one in " + currency);
        }
        return other.amount;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
