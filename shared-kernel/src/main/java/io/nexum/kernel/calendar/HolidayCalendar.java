package io.nexum.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which a bank works: its working days of the week, but for its holidays.
 *
 * @param workingDays at least one; in the week's order
 * @param holidays at most {@value #MOST_HOLIDAYS}; in order
 */
public record HolidayCalendar(Set<DayOfWeek> workingDays, Set<LocalDate> holidays) {
    public static final int MOST_HOLIDAYS = 2_000;

    /** The calendar of a bank that has set none: it works every day. */
    public static final HolidayCalendar EVERY_DAY = new HolidayCalendar(EnumSet.allOf(DayOfWeek.class), Set.of());

    /** @throws IllegalArgumentException if no day of the week is a working day, or there are too many holidays */
    public HolidayCalendar {
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("at least one day of the week must be a working day");
        }
        if (holidays.size() > MOST_HOLIDAYS) {
            throw new IllegalArgumentException("at most " + MOST_HOLIDAYS + " holidays are kept");
        }
        workingDays = ordered(workingDays);
        holidays = ordered(holidays);
    }

    private static <T extends Comparable<? super T>> NavigableSet<T> ordered(Collection<T> values) {
        return Collections.unmodifiableNavigableSet(new TreeSet<>(values));
    }

    public boolean isWorkingDay(LocalDate date) {
        return workingDays.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** The date that a rule makes of one; itself if it is a working day. */
    public LocalDate adjust(LocalDate date, DateAdjustment rule) {
        return switch (rule) {
            case NONE -> date;
            case FOLLOWING -> nearestWorkingDay(date, 1);
            case PRECEDING -> nearestWorkingDay(date, -1);
            case MODIFIED_FOLLOWING -> {
                LocalDate following = nearestWorkingDay(date, 1);
                boolean sameMonth = following.getMonth() == date.getMonth();
                yield sameMonth ? following : nearestWorkingDay(date, -1);
            }
        };
    }

    /** Ends: holidays are few, and each week has a working day. */
    private LocalDate nearestWorkingDay(LocalDate date, int step) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(step);
        }
        return day;
    }
}
