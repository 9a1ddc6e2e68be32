package io.nexum.gateway.product;

import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.gateway.terms.TermsReader;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.CreditLineConditions;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a product for credit lines says, as its clients read it.
 *
 * @param minimumPaymentPercentage as a fraction of the balance
 */
record CreditLineTerms(
        Optional<Money> creditLimit,
        Optional<ScaleAnswer> overlimitFee,
        Optional<String> minimumPaymentPercentage,
        Optional<Money> minimumPaymentAmount) {
    static final CreditLineTerms NONE =
            new CreditLineTerms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final int USUAL_GRACE_DAYS = 21;

    static CreditLineTerms of(CreditLineConditions line) {
        return new CreditLineTerms(
                line.creditLimit(),
                line.overLimitFee().map(ScaleAnswer::of),
                line.minimumPaymentRate().map(BigDecimal::toPlainString),
                line.minimumPayment());
    }

    static Optional<CreditLineConditions> read(TermsReader terms) {
        Optional<BigDecimal> rate = LendingTerms.annualRate(terms);
        Optional<Money> limit = terms.amount("credit_limit");
        DayCount dayCount = terms.dayCount().orElse(DayCount.ACTUAL_365);
        int grace = LendingTerms.graceDays(terms.in()).orElse(USUAL_GRACE_DAYS);
        Optional<FeeScale> lateFee = terms.scale("late_payment_fee");
        Optional<FeeScale> overLimit = terms.scale(terms.in().sent("overlimit_fee", "over_limit_fee"));
        Optional<BigDecimal> minimumRate = terms.rate("minimum_payment_percentage");
        Optional<Money> minimum = terms.amount("minimum_payment_amount");
        List<ProductFee> fees = FeesOfProduct.listed(terms);
        ProductGlAccounts books = FeesOfProduct.glAccounts(terms);
        return terms.in()
                .made(
                        "credit_limit",
                        () -> new CreditLineConditions(
                                rate, limit, dayCount, grace, lateFee, overLimit, minimumRate, minimum, fees, books));
    }
}
