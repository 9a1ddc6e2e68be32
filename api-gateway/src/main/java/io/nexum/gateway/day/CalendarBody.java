package io.nexum.gateway.day;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayCommand.SetHolidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * @param workingDays the days of the week on which the bank works
 * @param holidays the days on which it doesn't, whatever day of the week they are
 */
record CalendarBody(List<DayOfWeek> workingDays, List<LocalDate> holidays) implements Body {
    private static final int DAYS_A_WEEK = 7;
    private static final int LONGEST_TEXT = 20;

    static CalendarBody read(Fields in) {
        List<DayOfWeek> week = values(in, "working_days", DAYS_A_WEEK, Forms.word(DayOfWeek.class));
        if (week.isEmpty()) {
            in.wrong("working_days", "must name at least one day, as in [\"monday\", \"tuesday\"]");
        }
        return new CalendarBody(week, values(in, "holidays", HolidayCalendar.MOST_HOLIDAYS, Forms::date));
    }

    private static <T> List<T> values(Fields in, String name, int most, Function<String, T> form) {
        List<String> texts = in.texts(name, most, LONGEST_TEXT);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                values.add(form.apply(texts.get(i)));
            } catch (IllegalArgumentException e) {
                in.wrong(name + "[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
        return values;
    }

    SetHolidays command() {
        return new SetHolidays(new HolidayCalendar(new HashSet<>(workingDays), new HashSet<>(holidays)));
    }
}
