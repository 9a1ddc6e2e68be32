package io.nexum.kernel.interest;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a balance earns, or costs.
 *
 * @param compounding when interest itself begins to earn before it is posted; absent: never
 */
public record InterestTerms(
        RateTiers rates, BalanceMethod method, Optional<InterestFrequency> compounding, DayCount dayCount) {
    /** Simple interest at one rate on each day's balance. */
    public static InterestTerms simple(BigDecimal annualRate, DayCount dayCount) {
        return new InterestTerms(RateTiers.flat(annualRate), BalanceMethod.DAILY, Optional.empty(), dayCount);
    }
}
