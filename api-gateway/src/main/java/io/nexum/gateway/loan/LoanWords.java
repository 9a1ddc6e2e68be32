package io.nexum.gateway.loan;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.PaymentFrequency;
import java.util.Map;
import java.util.Set;

/** The words of loan terms that are not an enumeration's own, with the spellings that clients use. */
final class LoanWords {
    private static final Set<String> EQUAL_MONTHS = Set.of("30_360", "thirty_360");

    private static final Map<String, DayCount> DAY_COUNTS = Map.ofEntries(
            Map.entry("30_360", DayCount.THIRTY_360_US),
            Map.entry("thirty_360", DayCount.THIRTY_360_US),
            Map.entry("30_360_us", DayCount.THIRTY_360_US),
            Map.entry("thirty_360_us", DayCount.THIRTY_360_US),
            Map.entry("30_360_european", DayCount.THIRTY_360_EUROPEAN),
            Map.entry("thirty_360_european", DayCount.THIRTY_360_EUROPEAN),
            Map.entry("actual_365", DayCount.ACTUAL_365),
            Map.entry("actual_360", DayCount.ACTUAL_360),
            Map.entry("actual_364", DayCount.ACTUAL_364),
            Map.entry("actual_actual_isda", DayCount.ACTUAL_ACTUAL_ISDA),
            Map.entry("actual_actual_dec31", DayCount.ACTUAL_ACTUAL_DEC31));

    private static final Map<String, PaymentFrequency> FREQUENCIES = Map.ofEntries(
            Map.entry("weekly", PaymentFrequency.WEEKLY),
            Map.entry("bi_weekly", PaymentFrequency.BI_WEEKLY),
            Map.entry("biweekly", PaymentFrequency.BI_WEEKLY),
            Map.entry("semi_monthly", PaymentFrequency.SEMI_MONTHLY),
            Map.entry("monthly", PaymentFrequency.MONTHLY),
            Map.entry("quarterly", PaymentFrequency.QUARTERLY),
            Map.entry("semi_annually", PaymentFrequency.SEMI_ANNUALLY),
            Map.entry("annually", PaymentFrequency.ANNUALLY));

    private static final Map<String, PaymentFrequency> UNITS = Map.of(
            "days", new PaymentFrequency(1, PaymentFrequency.Unit.DAYS),
            "weeks", PaymentFrequency.WEEKLY,
            "months", PaymentFrequency.MONTHLY,
            "years", PaymentFrequency.ANNUALLY);

    private LoanWords() {}

    static DayCount dayCount(String word) {
        return one(
                DAY_COUNTS,
                word,
                "30_360, 30_360_us, 30_360_european, actual_365, actual_360, actual_364, actual_actual_isda,"
                        + " actual_actual_dec31");
    }

    /** Whether it is the day count that takes every month for a twelfth of a year. */
    static boolean hasEqualMonths(String dayCount) {
        return EQUAL_MONTHS.contains(dayCount);
    }

    /** The word for a day count; of 30/360 the one with equal months. */
    static String nameOf(DayCount dayCount) {
        return switch (dayCount) {
            case THIRTY_360_US -> "30_360";
            case THIRTY_360_EUROPEAN -> "30_360_european";
            case ACTUAL_365, ACTUAL_360, ACTUAL_364, ACTUAL_ACTUAL_ISDA, ACTUAL_ACTUAL_DEC31 -> Json.wireName(dayCount);
        };
    }

    /** The word itself, if it names a day count. */
    static String nameOfDayCount(String word) {
        dayCount(word);
        return word;
    }

    static PaymentFrequency frequency(String word) {
        return one(
                FREQUENCIES,
                word,
                "weekly, bi_weekly, semi_monthly, monthly, quarterly, semi_annually, annually, or an object as in"
                        + " {\"every\": 15, \"unit\": \"days\"}");
    }

    /** Every single one of a unit. */
    static PaymentFrequency unit(String word) {
        return one(UNITS, word, "days, weeks, months, years");
    }

    private static <T> T one(Map<String, T> words, String word, String all) {
        T meant = words.get(word);
        if (meant == null) {
            throw new IllegalArgumentException("must be one of " + all);
        }
        return meant;
    }
}
