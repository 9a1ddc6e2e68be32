package io.nexum.command;

import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.command.store.Balance;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.LocalDate;
import java.util.List;

/** Steps of the bank's day in a {@link Story}. */
public final class DayStories {
    private DayStories() {}

    /** What a step decides of an entity goes to the log, held to the same rules as a command's events. */
    @SuppressWarnings("unchecked") // a stream has one type of state
    public static <S> List<DomainEvent> close(Story story, DayStep<S> step, StreamId stream, LocalDate date) {
        S state = (S) story.states.getOrDefault(stream, step.type().initial());
        List<DomainEvent> events = step.decide(state, on(story, date));
        Balance.mustHold(events);
        for (DomainEvent event : events) {
            story.log.add(event);
            story.states.put(stream, StoryWorkspace.evolve(story.states.getOrDefault(stream, state), event));
        }
        return events;
    }

    private static DayContext on(Story story, LocalDate date) {
        return new DayContext(
                date, HolidayCalendar.EVERY_DAY, TenantSettings.NONE, story.now, new DayContext.SharedStates() {
                    @Override
                    public <T> T of(EntityType<T> type, StreamId stream) {
                        return type.initial();
                    }
                });
    }
}
