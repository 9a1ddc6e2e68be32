package io.nexum.kernel.loan;

import io.nexum.kernel.calendar.DateAdjustment;
import io.nexum.kernel.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a payment goes that falls on a day off.
 *
 * @param calendar as it was when the loan was agreed; a loan keeps it, whatever the bank sets later
 */
public record WorkingDays(DateAdjustment rule, HolidayCalendar calendar, InterestDates interestDates) {
    /** Payments stay on their days, whether a bank works or not. */
    public static final WorkingDays IGNORED =
            new WorkingDays(DateAdjustment.NONE, HolidayCalendar.EVERY_DAY, InterestDates.UNADJUSTED);

    /** Whether interest runs to the day that a payment was moved to. */
    public enum InterestDates {
        /** It runs to the day that the payment has by its frequency: each costs the same, whenever it is paid. */
        UNADJUSTED,

        /** It runs to the day of the payment. */
        ADJUSTED
    }

    /** The same, with the holidays alone that can matter to a loan between two days. */
    public WorkingDays between(LocalDate from, LocalDate to) {
        Set<LocalDate> within = calendar.holidays().stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .collect(Collectors.toSet());
        return new WorkingDays(rule, new HolidayCalendar(calendar.workingDays(), within), interestDates);
    }

    /** The day that a payment is moved to: never back to the day that the money was paid out on, or before it. */
    LocalDate adjust(LocalDate due, LocalDate start) {
        LocalDate adjusted = calendar.adjust(due, rule);
        return adjusted.isAfter(start) ? adjusted : calendar.adjust(due, DateAdjustment.FOLLOWING);
    }
}
