package io.nexum.kernel.product;

import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale.Tier;

/** A fee on an amount, with the way to it in words. */
public record FeeCalculation(ProductFee fee, Money base, Money amount, String steps) {
    /** @throws IllegalArgumentException if the base is of another currency than the fee */
    public static FeeCalculation of(ProductFee fee, Money base) {
        Money amount = fee.scale().on(base);
        return new FeeCalculation(fee, base, amount, steps(fee.scale(), base, amount));
    }

    private static String steps(FeeScale scale, Money base, Money amount) {
        Tier tier = scale.tierOf(base);
        StringBuilder steps = new StringBuilder();
        if (scale.tiers().size() > 1) {
            steps.append(tier.upTo().map(end -> "up to " + end + ": ").orElse("above: "));
        }
        boolean rated = tier.rate().signum() > 0;
        if (tier.fixed().isPositive() || !rated) {
            steps.append(tier.fixed());
        }
        if (rated) {
            steps.append(tier.fixed().isPositive() ? " + " : "")
                    .append(tier.rate().toPlainString())
                    .append(" x ")
                    .append(base);
        }
        scale.atLeast().ifPresent(least -> steps.append(", at least ").append(least));
        scale.atMost().ifPresent(most -> steps.append(", at most ").append(most));
        return steps.append(" = ").append(amount).toString();
    }
}
