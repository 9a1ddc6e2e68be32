package io.nexum.kernel.product;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a credit line is offered at. All rates are fractions.
 *
 * @param annualRate absent: agreed with each customer
 * @param creditLimit the most that may be owed; absent: agreed with each customer
 * @param graceDays how many days after a statement its payment is due
 * @param minimumPaymentRate what part of the balance is due at least
 * @param minimumPayment what amount is due at least
 */
public record CreditLineConditions(
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> annualRate,
        Optional<Money> creditLimit,
        DayCount dayCount,
        int graceDays,
        Optional<FeeScale> lateFee,
        Optional<FeeScale> overLimitFee,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> minimumPaymentRate,
        Optional<Money> minimumPayment,
        List<ProductFee> fees,
        ProductGlAccounts glAccounts) {

    /** @throws IllegalArgumentException if a value is out of range */
    public CreditLineConditions {
        fees = List.copyOf(fees);
        Terms.requireRate("an annual rate", annualRate);
        Terms.requireRate("a minimum payment", minimumPaymentRate);
        Terms.require(
                graceDays >= 0 && graceDays <= LoanConditions.MOST_GRACE_DAYS,
                "grace days are 0 to " + LoanConditions.MOST_GRACE_DAYS);
        Terms.require(fees.size() <= DepositConditions.MOST_FEES, "a product has too many fees");
    }

    /** Whether all its amounts are in a currency. */
    boolean isIn(Currency currency) {
        Stream<Currency> amounts =
                Stream.of(creditLimit, minimumPayment).flatMap(Optional::stream).map(Money::currency);
        Stream<Currency> scales = Stream.concat(
                        Stream.of(lateFee, overLimitFee).flatMap(Optional::stream),
                        fees.stream().map(ProductFee::scale))
                .map(FeeScale::currency);
        return Stream.concat(amounts, scales).allMatch(one -> one == currency);
    }
}
