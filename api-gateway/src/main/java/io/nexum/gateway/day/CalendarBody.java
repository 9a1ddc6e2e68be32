package io.nexum.gateway.day;

import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Request;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayCommand.SetHolidays;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * @param workingDays the days of the week on which the bank works
 * @param holidays the days on which it doesn't, whatever day of the week they are
 */
record CalendarBody(
        @Size(min = 1, max = 7) List<DayOfWeek> workingDays,

        @Default("[]") @Size(max = HolidayCalendar.MOST_HOLIDAYS)
        List<LocalDate> holidays)
        implements Request {
    SetHolidays command() {
        return new SetHolidays(new HolidayCalendar(new HashSet<>(workingDays), new HashSet<>(holidays)));
    }
}
