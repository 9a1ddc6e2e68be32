package io.nexum.kernel.product;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the records of a product check of themselves. */
final class Terms {
    private static final int MOST_RATE_DECIMALS = 12;
    private static final BigDecimal RATES_UP_TO = BigDecimal.TEN;

    private Terms() {}

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** A rate is a fraction from 0 to 10, which is 1,000 %, with at most {@value #MOST_RATE_DECIMALS} decimals. */
    static void requireRate(String name, BigDecimal rate) {
        require(
                rate.signum() >= 0 && rate.compareTo(RATES_UP_TO) <= 0 && rate.scale() <= MOST_RATE_DECIMALS,
                name + " is a fraction from 0 to 10 with at most " + MOST_RATE_DECIMALS + " decimals, as in 0.045");
    }

    static void requireRate(String name, Optional<BigDecimal> rate) {
        rate.ifPresent(value -> requireRate(name, value));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    static void requireAmounts(Currency currency, Optional<Money>... amounts) {
        Stream.of(amounts)
                .flatMap(Optional::stream)
                .forEach(amount -> require(
                        amount.currency() == currency && !amount.isNegative(),
                        "a product's amounts are in its own currency, " + currency + ", and not below zero"));
    }

    /** Least, usual and most, as far as they are there, don't fall. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    static <T extends Comparable<? super T>> void requireOrder(String what, Optional<T>... rising) {
        List<T> there = Stream.of(rising).flatMap(Optional::stream).toList();
        for (int i = 1; i < there.size(); i++) {
            require(there.get(i - 1).compareTo(there.get(i)) <= 0, what + " has a least that is above its most");
        }
    }
}
