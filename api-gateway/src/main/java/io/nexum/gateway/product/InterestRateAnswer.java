package io.nexum.gateway.product;

import io.nexum.gateway.terms.InterestTerms;
import io.nexum.gateway.terms.TermWords;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.CreditLineConditions;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.ProductView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a product's interest rate is, and what it comes to.
 *
 * @param interestRate a year, as a fraction, for the amount that was asked about
 * @param riskScore as it was asked with; rates don't depend on it
 * @param interest on the amount for the days, simple, HALF_EVEN to the currency's decimals
 * @param calculation the way to it, for people
 */
record InterestRateAnswer(
        ProductId productId,
        int version,
        String interestRate,
        Optional<List<InterestTerms.InterestTier>> interestTiers,
        String dayCount,
        Optional<String> riskScore,
        Optional<Money> amount,
        int days,
        Optional<Money> interest,
        String calculation) {
    /** What was asked about beside the rate itself. */
    record Asked(Optional<Money> amount, int days, LocalDate from, Optional<String> riskScore) {}

    static InterestRateAnswer of(ProductView product, Asked asked) {
        ProductConditions conditions = product.conditions();
        Optional<InterestConditions> earned = conditions.deposit().flatMap(DepositConditions::interest);
        Money base = asked.amount.orElse(Money.zero(conditions.currency()));
        BigDecimal rate = earned.map(interest -> interest.rateAt(base))
                .or(() -> conditions.loan().flatMap(LoanConditions::annualRate))
                .or(() -> conditions.creditLine().flatMap(CreditLineConditions::annualRate))
                .orElse(BigDecimal.ZERO);
        DayCount dayCount = earned.map(InterestConditions::dayCount)
                .or(() -> conditions.loan().map(LoanConditions::dayCount))
                .or(() -> conditions.creditLine().map(CreditLineConditions::dayCount))
                .orElse(DayCount.ACTUAL_365);
        BigDecimal factor = dayCount.factor(rate, asked.from, asked.from.plusDays(asked.days));
        Optional<Money> interest = asked.amount.map(amount -> amount.convertedAt(factor, amount.currency()));
        return new InterestRateAnswer(
                product.id(),
                product.version(),
                rate.toPlainString(),
                earned.flatMap(has -> InterestTerms.of(has).interestTiers()),
                TermWords.DAY_COUNTS.word(dayCount),
                asked.riskScore,
                asked.amount,
                asked.days,
                interest,
                steps(rate, dayCount, asked, factor, interest));
    }

    private static String steps(
            BigDecimal rate, DayCount dayCount, Asked asked, BigDecimal factor, Optional<Money> interest) {
        String period = rate.toPlainString() + " a year by " + TermWords.DAY_COUNTS.word(dayCount) + " is "
                + factor.toPlainString() + " for the " + asked.days + " days from " + asked.from;
        return asked.amount
                .flatMap(amount -> interest.map(
                        earned -> period + "; " + factor.toPlainString() + " x " + amount + " = " + earned))
                .orElse(period);
    }
}
