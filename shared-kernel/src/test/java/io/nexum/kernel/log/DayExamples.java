package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayEvent;
import io.nexum.kernel.day.SetAside;
import io.nexum.kernel.day.StepCounts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The golden events of the bank's day. */
final class DayExamples {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    private DayExamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new DayEvent.BusinessDateOpened(DAY),
                new DayEvent.StepFinished(DAY, "close_loans", new StepCounts(1_000, 998, 2)),
                new DayEvent.EntitiesSetAside(
                        DAY, "close_loans", List.of(new SetAside("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01", "no rate"))),
                new DayEvent.EntitiesReadmitted(DAY, "close_loans", List.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01")),
                new DayEvent.BusinessDateMoved(DAY, DAY.plusDays(1)),
                new DayEvent.HolidaysSet(new HolidayCalendar(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalDate.of(2026, 1, 1)))));
    }
}
