package io.nexum.kernel.loan;

/** What interest counts: days, or payment periods. */
public enum InterestPeriod {
    /** The days of each period, by the day count. */
    DAILY,

    /**
     * A month is a twelfth of a year, however many days it has. Periods of days and weeks go by the day count, and by
     * their days over 360 where that has months of 30 days.
     */
    SAME_AS_PAYMENT
}
