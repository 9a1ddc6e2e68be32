package io.nexum.gateway.product;

import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.CreditLineConditions;
import java.math.BigDecimal;
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
    static CreditLineTerms of(CreditLineConditions line) {
        return new CreditLineTerms(
                line.creditLimit(),
                line.overLimitFee().map(ScaleAnswer::of),
                line.minimumPaymentRate().map(BigDecimal::toPlainString),
                line.minimumPayment());
    }
}
