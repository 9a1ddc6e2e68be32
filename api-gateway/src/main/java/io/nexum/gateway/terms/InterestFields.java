package io.nexum.gateway.terms;

import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.interest.RateTiers.Tiering;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.InterestConditions.RateTier;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What interest a product for deposits pays, or an account, as a request says it.
 *
 * @param interestRate a year, as a fraction
 * @param interestCalculationMethod if it says how days count, that counts before {@code dayCount}: in a change the latter
 *     may be what the product said before
 * @param interestType absent: compound if {@code interestCompoundingFrequency} was sent, else simple
 */
public record InterestFields(
        Optional<@Rate BigDecimal> interestRate,
        Optional<@Size(max = InterestConditions.MOST_TIERS) List<InterestTierFields>> interestTiers,
        @Default("whole_balance") Tiering interestTiering,
        Optional<CalculationMethod> interestCalculationMethod,
        Optional<InterestConditions.Type> interestType,
        @ConvertedBy(TermWords.Frequency.class) Optional<InterestFrequency> interestCompoundingFrequency,

        @Default("daily") @ConvertedBy(TermWords.Frequency.class)
        InterestFrequency interestAccrualFrequency,

        @Default("monthly") Posting interestPostingFrequency,

        Optional<DaysCounted> dayCount,

        @Default("0") @DecimalMin(value = "0", message = PART) @DecimalMax(value = "1", message = PART)
        BigDecimal withholdingRate,

        Optional<@Rate BigDecimal> overdraftInterestRate) {
    private static final String PART = "must be a fraction from 0 to 1";

    /** From a balance on, another rate. */
    public record InterestTierFields(
            @Name({"from_balance", "from"}) @PositiveOrZero Amount fromBalance,
            @Name({"interest_rate", "rate"}) @Rate BigDecimal interestRate) {}

    /**
     * The conditions that they are.
     *
     * @param own the currency of numbers alone, and the only one that may be sent
     * @param errors of the object that holds the fields
     * @return nothing if no interest is paid or taken, or if something can't be right
     */
    public Optional<InterestConditions> conditions(Currency own, ValidationErrors errors) {
        List<RateTier> tiers = tiers(new InOneCurrency(own, errors));
        boolean bearsInterest = interestRate.filter(rate -> rate.signum() > 0).isPresent()
                || !tiers.isEmpty()
                || overdraftInterestRate.isPresent();
        return bearsInterest
                ? errors.made(
                        Map.of("tiers", "interest_tiers"),
                        () -> new InterestConditions(
                                InOneCurrency.plain(interestRate.orElse(BigDecimal.ZERO)),
                                tiers,
                                interestTiering,
                                interestCalculationMethod
                                        .map(CalculationMethod::balance)
                                        .orElse(BalanceMethod.DAILY),
                                type(),
                                interestCompoundingFrequency.orElse(InterestFrequency.MONTHLY),
                                interestAccrualFrequency,
                                interestPostingFrequency.frequency(),
                                interestCalculationMethod
                                        .flatMap(CalculationMethod::dayCount)
                                        .or(() -> dayCount.map(DaysCounted::meant))
                                        .orElse(DayCount.ACTUAL_365),
                                InOneCurrency.plain(withholdingRate),
                                InOneCurrency.plain(overdraftInterestRate)))
                : Optional.empty();
    }

    private InterestConditions.Type type() {
        return interestType.orElse(
                interestCompoundingFrequency.isPresent()
                        ? InterestConditions.Type.COMPOUND
                        : InterestConditions.Type.SIMPLE);
    }

    private List<RateTier> tiers(InOneCurrency in) {
        List<InterestTierFields> sent = interestTiers.orElse(List.of());
        List<RateTier> made = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            InterestTierFields tier = sent.get(i);
            in.item("interest_tiers", i)
                    .money("from_balance", Optional.of(tier.fromBalance()))
                    .map(from -> new RateTier(from, InOneCurrency.plain(tier.interestRate())))
                    .ifPresent(made::add);
        }
        return made;
    }
}
