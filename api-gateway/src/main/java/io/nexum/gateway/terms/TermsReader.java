package io.nexum.gateway.terms;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the terms of a product or a loan, whose amounts are all in its one currency. */
public record TermsReader(Fields in, Currency currency) {
    private static final BigDecimal RATES_UP_TO = BigDecimal.TEN;

    /** Zero or more: an object of amount and currency, or a number alone in the product's currency. */
    public Optional<Money> amount(String name) {
        if (in.isObject(name)) {
            Optional<Money> money = in.limit(name);
            money.filter(amount -> amount.currency() != currency)
                    .ifPresent(amount -> in.wrong(name + ".currency", "must be " + currency + " as all amounts here"));
            return money.filter(amount -> amount.currency() == currency);
        }
        return in.optionalDecimal(name).flatMap(number -> {
            if (number.signum() < 0) {
                in.wrong(name, "must not be below zero");
                return Optional.empty();
            }
            return in.made(name, () -> Money.of(number, currency));
        });
    }

    /** A fraction from 0 to 10. */
    public Optional<BigDecimal> rate(String name) {
        Optional<BigDecimal> rate = in.optionalDecimal(name);
        rate.filter(fraction -> fraction.signum() < 0 || fraction.compareTo(RATES_UP_TO) > 0)
                .ifPresent(fraction -> in.wrong(name, "must be a fraction from 0 to 10, as in 0.045 for 4.5 %"));
        return rate.filter(fraction -> fraction.signum() >= 0 && fraction.compareTo(RATES_UP_TO) <= 0)
                .map(TermsReader::plain);
    }

    /** So that 0.240 and 0.24 are the same. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** How large a fee is: an amount, or an object of a rate, or of tiers. A fee of zero is none. */
    public Optional<FeeScale> scale(String name) {
        if (!in.isObject(name)) {
            return amount(name).filter(Money::isPositive).map(FeeScale::fixed);
        }
        return in.object(name, parts -> new TermsReader(parts, currency).scale())
                .flatMap(Function.identity())
                .filter(scale -> !scale.isNothing());
    }

    /** The scale that this object is. */
    Optional<FeeScale> scale() {
        if (in.has("amount")) {
            in.optional("currency", Currency::of)
                    .filter(other -> other != currency)
                    .ifPresent(other -> in.wrong("currency", "must be " + currency + " as all amounts here"));
            return new TermsReader(in, currency).amount("amount").map(FeeScale::fixed);
        }
        List<Optional<FeeScale.Tier>> tiers = in.has("tiers")
                ? in.list("tiers", FeeScale.MOST_TIERS, tier -> new TermsReader(tier, currency).tier())
                : List.of(tier());
        in.has("currency");
        Optional<Money> minimum = amount("minimum");
        Optional<Money> maximum = amount("maximum");
        return in.made(
                "tiers",
                () -> new FeeScale(
                        tiers.stream().flatMap(Optional::stream).toList(), minimum.filter(Money::isPositive), maximum));
    }

    private Optional<FeeScale.Tier> tier() {
        Optional<Money> upTo = amount("up_to");
        Money fixed = amount("fixed").orElse(Money.zero(currency));
        BigDecimal rate = rate("rate").orElse(BigDecimal.ZERO);
        return in.made("rate", () -> new FeeScale.Tier(upTo, fixed, rate));
    }

    /**
     * How days count. Clients of the original say that by the method of calculation; it is read first, because in a
     * change {@code day_count} may be what the product said before.
     */
    public Optional<DayCount> dayCount() {
        Optional<DayCount> dayCount = word("day_count", TermWords.DAY_COUNTS);
        return TermWords.DAY_COUNTS
                .find(in.json().path("interest_calculation_method").asString(""))
                .or(() -> dayCount);
    }

    /** What balance earns interest; a method that says how days count is about each day's balance. */
    Optional<BalanceMethod> balanceMethod() {
        return in.optional(
                "interest_calculation_method",
                word -> TermWords.DAY_COUNTS.find(word).isPresent()
                        ? BalanceMethod.DAILY
                        : TermWords.BALANCES.meant(word));
    }

    public <T> Optional<T> word(String name, TermWords<T> words) {
        return in.optional(name, words::meant);
    }
}
