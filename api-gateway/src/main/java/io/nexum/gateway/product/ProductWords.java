package io.nexum.gateway.product;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.product.InterestConditions.Balance;
import io.nexum.kernel.product.InterestConditions.Frequency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of products that are not an enumeration's own; the first of several for one thing is the one answered. */
final class ProductWords<T> {
    static final ProductWords<DayCount> DAY_COUNTS = new ProductWords<DayCount>()
            .with(DayCount.ACTUAL_365, "actual_365")
            .with(DayCount.ACTUAL_360, "actual_360")
            .with(DayCount.ACTUAL_364, "actual_364")
            .with(DayCount.THIRTY_360_US, "thirty_360", "30_360", "thirty_360_us")
            .with(DayCount.THIRTY_360_EUROPEAN, "thirty_360_european", "30_360_european")
            .with(DayCount.ACTUAL_ACTUAL_ISDA, "actual_actual_isda")
            .with(DayCount.ACTUAL_ACTUAL_DEC31, "actual_actual_dec31");

    static final ProductWords<PaymentFrequency> PAYMENTS = new ProductWords<PaymentFrequency>()
            .with(PaymentFrequency.WEEKLY, "weekly")
            .with(PaymentFrequency.BI_WEEKLY, "bi_weekly", "biweekly")
            .with(PaymentFrequency.SEMI_MONTHLY, "semi_monthly")
            .with(PaymentFrequency.MONTHLY, "monthly")
            .with(PaymentFrequency.QUARTERLY, "quarterly")
            .with(PaymentFrequency.SEMI_ANNUALLY, "semi_annually")
            .with(PaymentFrequency.ANNUALLY, "annually", "annual");

    static final ProductWords<PaymentFrequency.Unit> UNITS = new ProductWords<PaymentFrequency.Unit>()
            .with(PaymentFrequency.Unit.DAYS, "days")
            .with(PaymentFrequency.Unit.WEEKS, "weeks")
            .with(PaymentFrequency.Unit.HALF_MONTHS, "half_months")
            .with(PaymentFrequency.Unit.MONTHS, "months");

    static final ProductWords<Frequency> FREQUENCIES = new ProductWords<Frequency>()
            .with(Frequency.DAILY, "daily")
            .with(Frequency.MONTHLY, "monthly")
            .with(Frequency.QUARTERLY, "quarterly")
            .with(Frequency.ANNUALLY, "annually", "annual", "yearly")
            .with(Frequency.AT_MATURITY, "at_maturity");

    static final ProductWords<Balance> BALANCES = new ProductWords<Balance>()
            .with(Balance.DAILY, "daily_balance", "daily")
            .with(Balance.AVERAGE, "average_balance", "average", "average_daily_balance")
            .with(Balance.MINIMUM, "minimum_balance", "minimum");

    private final Map<String, T> byWord = new LinkedHashMap<>();

    private ProductWords<T> with(T meant, String... words) {
        List.of(words).forEach(word -> byWord.put(word, meant));
        return this;
    }

    /** @throws IllegalArgumentException naming the words that there are */
    T meant(String word) {
        T meant = byWord.get(word);
        if (meant == null) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", byWord.keySet()));
        }
        return meant;
    }

    /** The word for something that has one. */
    String word(T meant) {
        return byWord.entrySet().stream()
                .filter(entry -> entry.getValue().equals(meant))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    boolean has(T meant) {
        return byWord.containsValue(meant);
    }
}
