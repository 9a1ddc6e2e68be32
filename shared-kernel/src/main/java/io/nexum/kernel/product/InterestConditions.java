package io.nexum.kernel.product;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.interest.RateTiers.Tiering;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an account earns on its balance. All rates are fractions: 0.045 is 4.5 % a year.
 *
 * @param annualRate on balances below the first tier, or on all if there is none
 * @param tiers by rising balances
 * @param compounding how often earned interest starts to earn itself, where the type is {@link Type#COMPOUND}
 * @param accrual how often it is put in the books as owed
 * @param posting how often it is paid to the account; absent: when the account closes
 * @param withholdingRate what part of interest is kept back as tax when it is paid
 * @param overdraftRate what the holder owes on a balance below zero; absent: nothing
 */
public record InterestConditions(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal annualRate,
        List<RateTier> tiers,
        Tiering tiering,
        BalanceMethod balance,
        Type type,
        InterestFrequency compounding,
        InterestFrequency accrual,
        Optional<InterestFrequency> posting,
        DayCount dayCount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal withholdingRate,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> overdraftRate) {
    public static final int MOST_TIERS = 50;

    /** Another rate from a balance on. */
    public record RateTier(
            Money from,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal annualRate) {
        public RateTier {
            Terms.requireRate("a tier's rate", annualRate);
            Terms.requireAmounts(from.currency(), Optional.of(from));
        }
    }

    /** Whether interest earns interest. */
    public enum Type {
        SIMPLE,
        COMPOUND
    }

    /** @throws IllegalArgumentException if a rate is out of range or tiers don't rise */
    public InterestConditions {
        tiers = List.copyOf(tiers);
        Terms.requireRate("an annual rate", annualRate);
        Terms.requireRate("an overdraft rate", overdraftRate);
        Terms.require(
                withholdingRate.signum() >= 0 && withholdingRate.compareTo(BigDecimal.ONE) <= 0,
                "a withholding rate is a fraction from 0 to 1");
        Terms.require(tiers.size() <= MOST_TIERS, "interest has at most " + MOST_TIERS + " tiers");
        for (int i = 1; i < tiers.size(); i++) {
            Terms.require(
                    tiers.get(i).from().isMoreThan(tiers.get(i - 1).from()),
                    "the tiers of interest are of one currency and rise");
        }
    }

    /** The rate of the tier that a balance has reached. */
    public BigDecimal rateAt(Money balance) {
        return tiers.stream()
                .filter(tier -> !balance.isLessThan(tier.from()))
                .reduce((lower, higher) -> higher)
                .map(RateTier::annualRate)
                .orElse(annualRate);
    }

    /** Simple interest on each day's balance, accrued daily, posted monthly, by actual days of 365, with no tax. */
    public static InterestConditions simple(BigDecimal annualRate) {
        return new InterestConditions(
                annualRate,
                List.of(),
                Tiering.WHOLE_BALANCE,
                BalanceMethod.DAILY,
                Type.SIMPLE,
                InterestFrequency.MONTHLY,
                InterestFrequency.DAILY,
                Optional.of(InterestFrequency.MONTHLY),
                DayCount.ACTUAL_365,
                BigDecimal.ZERO,
                Optional.empty());
    }

    /** The same interest on another balance. */
    public InterestConditions on(BalanceMethod other) {
        return new InterestConditions(
                annualRate,
                tiers,
                tiering,
                other,
                type,
                compounding,
                accrual,
                posting,
                dayCount,
                withholdingRate,
                overdraftRate);
    }
}
