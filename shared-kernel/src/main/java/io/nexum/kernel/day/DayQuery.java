package io.nexum.kernel.day;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.log.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What can be asked about the bank's day. */
public sealed interface DayQuery<R> extends Query<R> {
    /** The calendar that is set; that of a bank that works every day if none is. */
    record GetHolidays() implements DayQuery<HolidayCalendar> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(DayEvent.STREAM);
        }
    }

    /** What is set aside, by step and entity. */
    record FindSetAside(PageRequest page) implements DayQuery<Page<SetAsideView>> {}

    /**
     * @param date the one whose close failed for it
     * @param at when it was set aside for this reason
     */
    record SetAsideView(String step, String entity, LocalDate date, String reason, Instant at) {}
}
