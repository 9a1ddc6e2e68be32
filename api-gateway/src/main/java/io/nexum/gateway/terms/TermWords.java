package io.nexum.gateway.terms;

import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.loan.PaymentFrequency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that are not an enumeration's own; the first of several for one thing is the one answered. */
public final class TermWords<T> {
    public static final TermWords<DayCount> DAY_COUNTS = new TermWords<DayCount>()
            .with(DayCount.ACTUAL_365, "actual_365")
            .with(DayCount.ACTUAL_360, "actual_360")
            .with(DayCount.ACTUAL_364, "actual_364")
            .with(DayCount.THIRTY_360_US, "thirty_360", "30_360", "thirty_360_us", "30_360_us")
            .with(DayCount.THIRTY_360_EUROPEAN, "thirty_360_european", "30_360_european")
            .with(DayCount.ACTUAL_ACTUAL_ISDA, "actual_actual_isda")
            .with(DayCount.ACTUAL_ACTUAL_DEC31, "actual_actual_dec31");

    static final TermWords<PaymentFrequency> PAYMENTS = new TermWords<PaymentFrequency>()
            .with(PaymentFrequency.WEEKLY, "weekly")
            .with(PaymentFrequency.BI_WEEKLY, "bi_weekly", "biweekly")
            .with(PaymentFrequency.SEMI_MONTHLY, "semi_monthly")
            .with(PaymentFrequency.MONTHLY, "monthly")
            .with(PaymentFrequency.QUARTERLY, "quarterly")
            .with(PaymentFrequency.SEMI_ANNUALLY, "semi_annually")
            .with(PaymentFrequency.ANNUALLY, "annually", "annual");

    /** Every single one of a unit. */
    static final TermWords<PaymentFrequency> UNITS = new TermWords<PaymentFrequency>()
            .with(new PaymentFrequency(1, PaymentFrequency.Unit.DAYS), "days")
            .with(PaymentFrequency.WEEKLY, "weeks")
            .with(PaymentFrequency.SEMI_MONTHLY, "half_months")
            .with(PaymentFrequency.MONTHLY, "months")
            .with(PaymentFrequency.ANNUALLY, "years");

    static final TermWords<InterestFrequency> FREQUENCIES = new TermWords<InterestFrequency>()
            .with(InterestFrequency.DAILY, "daily")
            .with(InterestFrequency.MONTHLY, "monthly")
            .with(InterestFrequency.QUARTERLY, "quarterly")
            .with(InterestFrequency.ANNUALLY, "annually", "annual", "yearly");

    /** Empty: when the account closes. */
    static final TermWords<Optional<InterestFrequency>> POSTINGS = postings();

    static final TermWords<BalanceMethod> BALANCES = new TermWords<BalanceMethod>()
            .with(BalanceMethod.DAILY, "daily_balance", "daily")
            .with(BalanceMethod.AVERAGE, "average_balance", "average", "average_daily_balance")
            .with(BalanceMethod.MINIMUM, "minimum_balance", "minimum");

    private final Map<String, T> byWord = new LinkedHashMap<>();

    private static TermWords<Optional<InterestFrequency>> postings() {
        TermWords<Optional<InterestFrequency>> words = new TermWords<>();
        FREQUENCIES.byWord.forEach((word, frequency) -> words.with(Optional.of(frequency), word));
        return words.with(Optional.empty(), "at_maturity");
    }

    private TermWords<T> with(T meant, String... words) {
        List.of(words).forEach(word -> byWord.put(word, meant));
        return this;
    }

    /** @throws IllegalArgumentException naming the words that there are */
    public T meant(String word) {
        T meant = byWord.get(word);
        if (meant == null) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", byWord.keySet()));
        }
        return meant;
    }

    public Optional<T> find(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    /** The word for something that has one. */
    public String word(T meant) {
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
