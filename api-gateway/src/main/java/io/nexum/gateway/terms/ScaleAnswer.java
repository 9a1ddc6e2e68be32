package io.nexum.gateway.terms;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How large a fee is: an amount, or a rate of another amount, or tiers of both.
 *
 * @param rate as a fraction
 */
public record ScaleAnswer(
        Optional<String> amount,
        Currency currency,
        Optional<String> rate,
        Optional<List<Tier>> tiers,
        Optional<Money> minimum,
        Optional<Money> maximum) {

    /** @param upTo absent: without an end */
    public record Tier(Optional<Money> upTo, Money fixed, String rate) {}

    public static ScaleAnswer of(FeeScale scale) {
        FeeScale.Tier first = scale.tiers().getFirst();
        boolean bounded = scale.atLeast().isPresent() || scale.atMost().isPresent();
        boolean fixed = scale.kind() == FeeScale.Kind.FIXED && !bounded;
        boolean percentage = scale.kind() == FeeScale.Kind.PERCENTAGE;
        return new ScaleAnswer(
                fixed ? Optional.of(first.fixed().amount().toPlainString()) : Optional.empty(),
                scale.currency(),
                percentage ? Optional.of(first.rate().toPlainString()) : Optional.empty(),
                fixed || percentage
                        ? Optional.empty()
                        : Optional.of(scale.tiers().stream()
                                .map(tier -> new Tier(tier.upTo(), tier.fixed(), plain(tier.rate())))
                                .toList()),
                scale.atLeast(),
                scale.atMost());
    }

    private static String plain(BigDecimal rate) {
        return rate.toPlainString();
    }
}
