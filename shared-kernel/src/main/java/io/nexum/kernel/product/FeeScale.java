package io.nexum.kernel.product;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How large a fee is: a fixed amount, a part of an amount, or either by the size of that amount.
 *
 * @param tiers by rising amounts, at least one and at most {@value #MOST_TIERS}; the last one has no end
 * @param atLeast what the fee is raised to
 * @param atMost what the fee is cut to
 */
public record FeeScale(List<Tier> tiers, Optional<Money> atLeast, Optional<Money> atMost) {
    public static final int MOST_TIERS = 50;

    /** How a fee is found. */
    public enum Kind {
        FIXED,
        PERCENTAGE,
        TIERED
    }

    /**
     * The fee on amounts of one size: {@code fixed + rate * amount}.
     *
     * @param upTo the largest amount that it is for; absent: no largest
     * @param rate as a fraction: 0.01 is one percent of the whole amount
     */
    public record Tier(
            Optional<Money> upTo,
            Money fixed,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate) {
        public Tier {
            Terms.requireRate("a fee's rate", rate);
            Terms.requireAmounts(fixed.currency(), Optional.of(fixed), upTo);
        }

        private boolean isFor(Money amount) {
            return upTo.filter(amount::isMoreThan).isEmpty();
        }

        private Money on(Money amount) {
            return fixed.plus(amount.convertedAt(rate, fixed.currency()));
        }
    }

    /** @throws IllegalArgumentException if tiers overlap, have a gap, or are of several currencies */
    public FeeScale {
        tiers = List.copyOf(tiers);
        Terms.require(!tiers.isEmpty() && tiers.size() <= MOST_TIERS, "a fee has 1 to " + MOST_TIERS + " tiers");
        Currency currency = tiers.getFirst().fixed().currency();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            Terms.require(tier.fixed().currency() == currency, "a fee is of one currency");
            Terms.require(
                    tier.upTo().isPresent() == (i < tiers.size() - 1),
                    "every tier of a fee but the last one says what amount it ends at");
            Terms.require(
                    i == 0
                            || tier.upTo().isEmpty()
                            || tier.upTo()
                                    .get()
                                    .isMoreThan(tiers.get(i - 1).upTo().orElseThrow()),
                    "the tiers of a fee rise");
        }
        Terms.requireAmounts(currency, atLeast, atMost);
        Terms.requireOrder("a fee", atLeast, atMost);
    }

    public static FeeScale fixed(Money fee) {
        return new FeeScale(
                List.of(new Tier(Optional.empty(), fee, BigDecimal.ZERO)), Optional.empty(), Optional.empty());
    }

    /** @param rate as a fraction of the amount */
    public static FeeScale percentage(BigDecimal rate, Currency currency) {
        return new FeeScale(
                List.of(new Tier(Optional.empty(), Money.zero(currency), rate)), Optional.empty(), Optional.empty());
    }

    @JsonIgnore
    public Currency currency() {
        return tiers.getFirst().fixed().currency();
    }

    @JsonIgnore
    public Kind kind() {
        Tier first = tiers.getFirst();
        if (tiers.size() > 1 || (first.rate().signum() > 0 && first.fixed().isPositive())) {
            return Kind.TIERED;
        }
        return first.rate().signum() > 0 ? Kind.PERCENTAGE : Kind.FIXED;
    }

    /** Whether it comes to nothing, whatever the amount. */
    @JsonIgnore
    public boolean isNothing() {
        return tiers.stream()
                        .allMatch(tier -> tier.fixed().isZero() && tier.rate().signum() == 0)
                && atLeast.filter(Money::isPositive).isEmpty();
    }

    /** The tier that an amount falls into. */
    public Tier tierOf(Money amount) {
        return tiers.stream().filter(tier -> tier.isFor(amount)).findFirst().orElseThrow();
    }

    /**
     * The fee on an amount, rounded once, {@link RoundingMode#HALF_EVEN}, to the currency's decimals.
     *
     * @throws IllegalArgumentException if the amount is of another currency
     */
    public Money on(Money amount) {
        Money fee = tierOf(amount).on(amount);
        Money raised = atLeast.filter(fee::isLessThan).orElse(fee);
        return atMost.filter(raised::isMoreThan).orElse(raised);
    }
}
