package io.nexum.gateway.day;

import io.nexum.kernel.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

record CalendarAnswer(List<DayOfWeek> workingDays, List<LocalDate> holidays) {
    static CalendarAnswer of(HolidayCalendar calendar) {
        return new CalendarAnswer(List.copyOf(calendar.workingDays()), List.copyOf(calendar.holidays()));
    }
}
