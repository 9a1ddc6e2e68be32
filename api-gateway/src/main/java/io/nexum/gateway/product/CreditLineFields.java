package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.terms.FeeScaleFields;
import io.nexum.gateway.terms.InOneCurrency;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.CreditLineConditions;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a product for credit lines is to say.
 *
 * @param minimumPaymentPercentage as a fraction of the balance
 */
record CreditLineFields(
        @JsonUnwrapped LendingFields lending,
        Optional<@PositiveOrZero Amount> creditLimit,
        Optional<FeeScaleFields> latePaymentFee,
        @Name({"overlimit_fee", "over_limit_fee"}) Optional<FeeScaleFields> overlimitFee,
        Optional<@Rate BigDecimal> minimumPaymentPercentage,
        Optional<@PositiveOrZero Amount> minimumPaymentAmount) {
    private static final int USUAL_GRACE_DAYS = 21;

    /** The conditions that they are; nothing if something can't be right. */
    Optional<CreditLineConditions> conditions(InOneCurrency in, List<ProductFee> listed, ProductGlAccounts books) {
        Optional<Money> limit = in.money("credit_limit", creditLimit);
        Optional<FeeScale> late = in.fee("late_payment_fee", latePaymentFee);
        Optional<FeeScale> overLimit = in.fee("overlimit_fee", overlimitFee);
        Optional<Money> minimum = in.money("minimum_payment_amount", minimumPaymentAmount);
        return in.errors()
                .made(
                        Map.of(),
                        () -> new CreditLineConditions(
                                lending.annualRate(),
                                limit,
                                lending.daysCounted().orElse(DayCount.ACTUAL_365),
                                lending.gracePeriodDays().orElse(USUAL_GRACE_DAYS),
                                late,
                                overLimit,
                                InOneCurrency.plain(minimumPaymentPercentage),
                                minimum,
                                listed,
                                books));
    }
}
