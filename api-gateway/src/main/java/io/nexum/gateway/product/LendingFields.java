package io.nexum.gateway.product;

import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.terms.DaysCounted;
import io.nexum.gateway.terms.InOneCurrency;
import io.nexum.gateway.terms.TermWords;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.product.LoanConditions;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/**
 * What products for loans and for credit lines have in common.
 *
 * @param interestRate a year, as a fraction
 * @param interestCalculationMethod if it says how days count, that counts before {@code dayCount}: in a change the latter
 *     may be what the product said before; else it is a feature
 */
record LendingFields(
        @Name({"interest_rate", "annual_interest_rate"}) Optional<@Rate BigDecimal> interestRate,

        Optional<DaysCounted> dayCount,

        Optional<@Size(max = 100) String> interestCalculationMethod,
        Optional<@Range(min = 0, max = LoanConditions.MOST_GRACE_DAYS) Integer> gracePeriodDays) {
    Optional<BigDecimal> annualRate() {
        return InOneCurrency.plain(interestRate);
    }

    Optional<DayCount> daysCounted() {
        return interestCalculationMethod.flatMap(TermWords.DAY_COUNTS::find).or(() -> dayCount.map(DaysCounted::meant));
    }

    /** What it says that nothing is made of. */
    Map<String, Object> features() {
        return interestCalculationMethod
                .filter(word -> TermWords.DAY_COUNTS.find(word).isEmpty())
                .map(word -> Map.<String, Object>of("interest_calculation_method", word))
                .orElse(Map.of());
    }
}
