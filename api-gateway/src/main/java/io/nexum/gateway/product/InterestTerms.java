package io.nexum.gateway.product;

import io.nexum.gateway.request.Forms;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.InterestConditions.Balance;
import io.nexum.kernel.product.InterestConditions.Frequency;
import io.nexum.kernel.product.InterestConditions.RateTier;
import io.nexum.kernel.product.InterestConditions.Tiering;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a product says of interest, as its clients read it. Of a loan or a credit line these are rate and day count.
 *
 * @param interestRate a year, as a fraction
 */
record InterestTerms(
        Optional<String> interestRate,
        Optional<List<Tier>> interestTiers,
        Optional<Tiering> interestTiering,
        Optional<String> interestCalculationMethod,
        Optional<InterestConditions.Type> interestType,
        Optional<String> interestCompoundingFrequency,
        Optional<String> interestAccrualFrequency,
        Optional<String> interestPostingFrequency,
        Optional<String> dayCount,
        Optional<String> withholdingRate,
        Optional<String> overdraftInterestRate) {
    static final InterestTerms NONE = of(Optional.empty(), Optional.empty());

    /** From a balance on, another rate. */
    record Tier(Money fromBalance, String interestRate) {}

    static InterestTerms of(Optional<BigDecimal> rate, Optional<DayCount> dayCount) {
        return new InterestTerms(
                rate.map(BigDecimal::toPlainString),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dayCount.map(ProductWords.DAY_COUNTS::word),
                Optional.empty(),
                Optional.empty());
    }

    static InterestTerms of(InterestConditions interest) {
        return new InterestTerms(
                Optional.of(interest.annualRate().toPlainString()),
                interest.tiers().isEmpty()
                        ? Optional.empty()
                        : Optional.of(interest.tiers().stream()
                                .map(tier ->
                                        new Tier(tier.from(), tier.annualRate().toPlainString()))
                                .toList()),
                interest.tiers().isEmpty() ? Optional.empty() : Optional.of(interest.tiering()),
                Optional.of(ProductWords.BALANCES.word(interest.balance())),
                Optional.of(interest.type()),
                Optional.of(Json.wireName(interest.compounding())),
                Optional.of(Json.wireName(interest.accrual())),
                Optional.of(Json.wireName(interest.posting())),
                Optional.of(ProductWords.DAY_COUNTS.word(interest.dayCount())),
                Optional.of(interest.withholdingRate().toPlainString()),
                interest.overdraftRate().map(BigDecimal::toPlainString));
    }

    /** What a deposit product pays; absent if it names no rate at all. */
    static Optional<InterestConditions> read(TermsReader terms) {
        Optional<BigDecimal> rate = terms.rate("interest_rate");
        List<RateTier> tiers = terms
                .in()
                .optionalList(
                        "interest_tiers",
                        InterestConditions.MOST_TIERS,
                        tier -> tier(new TermsReader(tier, terms.currency())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        Tiering tiering = terms.in()
                .optional("interest_tiering", Forms.word(Tiering.class))
                .orElse(Tiering.WHOLE_BALANCE);
        Balance balance =
                terms.word("interest_calculation_method", ProductWords.BALANCES).orElse(Balance.DAILY);
        Optional<Frequency> compounding = terms.word("interest_compounding_frequency", ProductWords.FREQUENCIES);
        InterestConditions.Type type = terms.in()
                .optional("interest_type", Forms.word(InterestConditions.Type.class))
                .orElse(compounding.isPresent() ? InterestConditions.Type.COMPOUND : InterestConditions.Type.SIMPLE);
        Frequency accrual = terms.word("interest_accrual_frequency", ProductWords.FREQUENCIES)
                .orElse(Frequency.DAILY);
        Frequency posting = terms.word("interest_posting_frequency", ProductWords.FREQUENCIES)
                .orElse(Frequency.MONTHLY);
        DayCount dayCount = terms.word("day_count", ProductWords.DAY_COUNTS).orElse(DayCount.ACTUAL_365);
        BigDecimal withholding = terms.rate("withholding_rate").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> overdraft = terms.rate("overdraft_interest_rate");
        boolean bearsInterest =
                rate.filter(fraction -> fraction.signum() > 0).isPresent() || !tiers.isEmpty() || overdraft.isPresent();
        return bearsInterest
                ? terms.in()
                        .made(
                                "interest_rate",
                                () -> new InterestConditions(
                                        rate.orElse(BigDecimal.ZERO),
                                        tiers,
                                        tiering,
                                        balance,
                                        type,
                                        compounding.orElse(Frequency.MONTHLY),
                                        accrual,
                                        posting,
                                        dayCount,
                                        withholding,
                                        overdraft))
                : Optional.empty();
    }

    private static Optional<RateTier> tier(TermsReader terms) {
        Optional<Money> from = terms.amount(terms.in().sent("from_balance", "from"));
        Optional<BigDecimal> rate = terms.rate(terms.in().sent("interest_rate", "rate"));
        if (from.isEmpty() || rate.isEmpty()) {
            terms.in().wrong("interest_rate", "and from_balance make a tier");
        }
        return from.flatMap(least -> rate.map(fraction -> new RateTier(least, fraction)));
    }
}
