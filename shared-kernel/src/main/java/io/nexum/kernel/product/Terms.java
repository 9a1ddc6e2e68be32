package io.nexum.kernel.product;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductRefusal.UnsoundTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the records of a product check of themselves. */
final class Terms {
    private static final int MOST_RATE_DECIMALS = 12;
    private static final BigDecimal RATES_UP_TO = BigDecimal.TEN;

    private Terms() {}

    /**
     * @param property whose value breaks the rule
     * @param otherwise why it is refused, a whole sentence
     * @throws RefusedException unless the rule holds
     */
    static void require(String property, boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedException(new UnsoundTerms(property, otherwise));
        }
    }

    /** A rate is a fraction from 0 to 10, which is 1,000 %, with at most {@value #MOST_RATE_DECIMALS} decimals. */
    static void requireRate(String property, String name, BigDecimal rate) {
        require(
                property,
                rate.signum() >= 0 && rate.compareTo(RATES_UP_TO) <= 0 && rate.scale() <= MOST_RATE_DECIMALS,
                name + " is a fraction from 0 to 10 with at most " + MOST_RATE_DECIMALS + " decimals, as in 0.045");
    }

    static void requireRate(String property, String name, Optional<BigDecimal> rate) {
        rate.ifPresent(value -> requireRate(property, name, value));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    static void requireAmounts(String property, Currency currency, Optional<Money>... amounts) {
        Stream.of(amounts)
                .flatMap(Optional::stream)
                .forEach(amount -> require(
                        property,
                        amount.currency() == currency && !amount.isNegative(),
                        "a product's amounts are in its own currency, " + currency + ", and not below zero"));
    }

    /** Least, usual and most, as far as they are there, don't fall. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    static <T extends Comparable<? super T>> void requireOrder(String property, String what, Optional<T>... rising) {
        List<T> there = Stream.of(rising).flatMap(Optional::stream).toList();
        for (int i = 1; i < there.size(); i++) {
            require(
                    property,
                    there.get(i - 1).compareTo(there.get(i)) <= 0,
                    what + " has a least that is above its most");
        }
    }
}
