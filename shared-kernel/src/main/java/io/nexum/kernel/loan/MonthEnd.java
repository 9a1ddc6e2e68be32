package io.nexum.kernel.loan;

import java.time.LocalDate;
import java.time.YearMonth;

/** Where a payment falls in a month that lacks its day. A month that has the day again has the payment on it. */
public enum MonthEnd {
    /** On the month's last day. */
    CLAMP,

    /** On the first day of the next month. */
    ROLL;

    LocalDate day(YearMonth month, int dayOfMonth) {
        if (month.isValidDay(dayOfMonth)) {
            return month.atDay(dayOfMonth);
        }
        return this == CLAMP ? month.atEndOfMonth() : month.plusMonths(1).atDay(1);
    }
}
