package io.nexum.gateway.terms;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.OrPlain;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How large a fee is, as a request says it: an amount, alone or with its currency; else a rate of another amount, or
 * tiers of both.
 *
 * @param currency of the amount
 * @param only the one tier of a fee without a list of them
 * @param tiers by rising amounts; all but the last say up to which amount they are
 */
@OrPlain("amount")
public record FeeScaleFields(
        Optional<@PositiveOrZero Amount> amount,
        Optional<Currency> currency,
        @JsonUnwrapped FeeTierFields only,
        Optional<@Size(min = 1, max = FeeScale.MOST_TIERS) List<FeeTierFields>> tiers,
        Optional<@PositiveOrZero Amount> minimum,
        Optional<@PositiveOrZero Amount> maximum) {
    /**
     * The fee on amounts of one size.
     *
     * @param upTo absent: without an end
     */
    public record FeeTierFields(
            Optional<@PositiveOrZero Amount> upTo,
            Optional<@PositiveOrZero Amount> fixed,
            @Default("0") @Rate BigDecimal rate) {
        private Optional<FeeScale.Tier> in(Currency own, ValidationErrors errors) {
            Optional<Money> end = upTo.flatMap(amount -> amount.in(own, errors.at("up_to")));
            Optional<Money> part =
                    fixed.isEmpty() ? Optional.of(Money.zero(own)) : fixed.get().in(own, errors.at("fixed"));
            return end.isEmpty() && upTo.isPresent()
                    ? Optional.empty()
                    : part.map(money -> new FeeScale.Tier(end, money, plain(rate)));
        }

        /** So that 0.240 and 0.24 are the same. */
        private static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /**
     * The scale that it is, which may be one of nothing.
     *
     * @param own the currency of numbers alone, and the only one that may be sent
     * @param errors of the field that holds it
     * @return nothing if it can't be right
     */
    public Optional<FeeScale> in(Currency own, ValidationErrors errors) {
        if (amount.isPresent()) {
            if (currency.filter(other -> other != own).isPresent()) {
                return errors.at("currency").reject("must be " + own + " as all amounts here");
            }
            return amount.get().in(own, errors.at("amount")).map(FeeScale::fixed);
        }
        Optional<List<FeeScale.Tier>> made = tiers(own, errors);
        Optional<Money> least = minimum.flatMap(bound -> bound.in(own, errors.at("minimum")));
        Optional<Money> most = maximum.flatMap(bound -> bound.in(own, errors.at("maximum")));
        if (least.isPresent() != minimum.isPresent() || most.isPresent() != maximum.isPresent()) {
            return Optional.empty();
        }
        if (least.filter(bound -> most.filter(bound::isMoreThan).isPresent()).isPresent()) {
            return errors.at("minimum").reject("must not be more than maximum");
        }
        return made.map(list -> new FeeScale(list, least.filter(Money::isPositive), most));
    }

    private Optional<List<FeeScale.Tier>> tiers(Currency own, ValidationErrors errors) {
        if (tiers.isEmpty()) {
            return only.upTo().isPresent()
                    ? errors.at("up_to").reject("must be sent with tiers only")
                    : only.in(own, errors).map(List::of);
        }
        List<FeeScale.Tier> made = new ArrayList<>();
        for (int i = 0; i < tiers.get().size(); i++) {
            tiers.get().get(i).in(own, errors.at("tiers").at(i)).ifPresent(made::add);
        }
        return made.size() < tiers.get().size() || !rise(made, errors.at("tiers"))
                ? Optional.empty()
                : Optional.of(made);
    }

    /** Whether every tier but the last ends, each above the one before. */
    private static boolean rise(List<FeeScale.Tier> made, ValidationErrors errors) {
        boolean sound = true;
        Optional<Money> before = Optional.empty();
        for (int i = 0; i < made.size(); i++) {
            ValidationErrors ofEnd = errors.at(i).at("up_to");
            Optional<Money> end = made.get(i).upTo();
            if (end.isPresent() == (i == made.size() - 1)) {
                ofEnd.reject("must be sent in every tier but the last");
                sound = false;
            }
            if (before.isPresent() && end.isPresent() && !end.get().isMoreThan(before.get())) {
                ofEnd.reject("must be more than that of the tier before");
                sound = false;
            }
            before = end;
        }
        return sound;
    }
}
