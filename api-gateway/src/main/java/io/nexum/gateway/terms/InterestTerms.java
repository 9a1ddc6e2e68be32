package io.nexum.gateway.terms;

import io.nexum.gateway.request.Forms;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.interest.RateTiers.Tiering;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.InterestConditions.RateTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a product says of interest, as its clients read it. Of a loan or a credit line these are rate and day count.
 *
 * @param interestRate a year, as a fraction
 */
public record InterestTerms(
        Optional<String> interestRate,
        Optional<List<InterestTier>> interestTiers,
        Optional<Tiering> interestTiering,
        Optional<String> interestCalculationMethod,
        Optional<InterestConditions.Type> interestType,
        Optional<String> interestCompoundingFrequency,
        Optional<String> interestAccrualFrequency,
        Optional<String> interestPostingFrequency,
        Optional<String> dayCount,
        Optional<String> withholdingRate,
        Optional<String> overdraftInterestRate) {
    public static final InterestTerms NONE = of(Optional.empty(), Optional.empty());

    /** From a balance on, another rate. */
    public record InterestTier(Money fromBalance, String interestRate) {}

    public static InterestTerms of(Optional<BigDecimal> rate, Optional<DayCount> dayCount) {
        return new InterestTerms(
                rate.map(BigDecimal::toPlainString),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dayCount.map(TermWords.DAY_COUNTS::word),
                Optional.empty(),
                Optional.empty());
    }

    public static InterestTerms of(InterestConditions interest) {
        return new InterestTerms(
                Optional.of(interest.annualRate().toPlainString()),
                interest.tiers().isEmpty()
                        ? Optional.empty()
                        : Optional.of(interest.tiers().stream()
                                .map(tier -> new InterestTier(
                                        tier.from(), tier.annualRate().toPlainString()))
                                .toList()),
                interest.tiers().isEmpty() ? Optional.empty() : Optional.of(interest.tiering()),
                Optional.of(TermWords.BALANCES.word(interest.balance())),
                Optional.of(interest.type()),
                Optional.of(Json.wireName(interest.compounding())),
                Optional.of(Json.wireName(interest.accrual())),
                Optional.of(TermWords.POSTINGS.word(interest.posting())),
                Optional.of(TermWords.DAY_COUNTS.word(interest.dayCount())),
                Optional.of(interest.withholdingRate().toPlainString()),
                interest.overdraftRate().map(BigDecimal::toPlainString));
    }

    /** What a deposit product pays; absent if it names no rate at all. */
    public static Optional<InterestConditions> read(TermsReader terms) {
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
        BalanceMethod balance = terms.balanceMethod().orElse(BalanceMethod.DAILY);
        Optional<InterestFrequency> compounding = terms.word("interest_compounding_frequency", TermWords.FREQUENCIES);
        InterestConditions.Type type = terms.in()
                .optional("interest_type", Forms.word(InterestConditions.Type.class))
                .orElse(compounding.isPresent() ? InterestConditions.Type.COMPOUND : InterestConditions.Type.SIMPLE);
        InterestFrequency accrual =
                terms.word("interest_accrual_frequency", TermWords.FREQUENCIES).orElse(InterestFrequency.DAILY);
        Optional<InterestFrequency> posting = terms.word("interest_posting_frequency", TermWords.POSTINGS)
                .orElse(Optional.of(InterestFrequency.MONTHLY));
        DayCount dayCount = terms.dayCount().orElse(DayCount.ACTUAL_365);
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
                                        compounding.orElse(InterestFrequency.MONTHLY),
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
