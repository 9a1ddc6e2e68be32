package io.nexum.kernel.day;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.log.StreamId;
import java.time.LocalDate;
import java.util.List;

/** Everything that can happen to the day of a bank. */
public sealed interface DayEvent extends DomainEvent {
    /** The one stream of a bank's day. */
    StreamId STREAM = StreamId.of("bank_day", "of-business");

    @Override
    default StreamId stream() {
        return STREAM;
    }

    /** From now on the bank's date is its own; before, it was the calendar's. */
    record BusinessDateOpened(LocalDate date) implements DayEvent {}

    /** Every entity has been looked at by a step of a day's close. */
    record StepFinished(LocalDate date, String step, StepCounts counts) implements DayEvent {}

    /** A step of a day's close could not decide these; the others went on. */
    record EntitiesSetAside(LocalDate date, String step, List<SetAside> entities) implements DayEvent {}

    /** A step has made up for these, which were set aside. */
    record EntitiesReadmitted(LocalDate date, String step, List<String> entities) implements DayEvent {}

    /** A day is closed, and the next one is begun. */
    record BusinessDateMoved(LocalDate from, LocalDate to) implements DayEvent {}

    /** Carries the whole of the calendar, as it is from now on. */
    record HolidaysSet(HolidayCalendar calendar) implements DayEvent {}
}
