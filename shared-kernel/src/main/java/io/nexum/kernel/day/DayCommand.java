package io.nexum.kernel.day;

import io.nexum.kernel.Command;
import io.nexum.kernel.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.List;

/** What can be asked for the bank's day. Each answers whether it changed anything. */
public sealed interface DayCommand extends Command<Boolean> {
    record SetHolidays(HolidayCalendar calendar) implements DayCommand {}

    /** Gives a bank that is only now being made a date of its own. Does nothing to any other. */
    record OpenNewBank(LocalDate date) implements DayCommand {}

    /** Gives the bank a date of its own. Does nothing if it has one. */
    record OpenBusinessDate(LocalDate date) implements DayCommand {}

    /** Does nothing if the step was finished before, or the day is closed. */
    record FinishStep(LocalDate date, String step, StepCounts counts) implements DayCommand {}

    /** Leaves out those that are set aside for the same reason already. */
    record SetEntitiesAside(LocalDate date, String step, List<SetAside> entities) implements DayCommand {}

    /** Leaves out those that are not set aside. */
    record ReadmitEntities(LocalDate date, String step, List<String> entities) implements DayCommand {}

    /** Closes the day and begins the next one. Does nothing if the bank's date is another. */
    record MoveBusinessDate(LocalDate from) implements DayCommand {}
}
