package io.nexum.command;

import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one command works with: it loads entities, decides, and records events, all of which are appended together or
 * not at all.
 *
 * <p>Two rules keep commands from waiting for each other in a circle and from deciding on a stale state, and both are
 * checked: entities are loaded in the order of their streams' names, and all of them before the first event is
 * recorded.
 */
public interface Workspace {
    CommandContext context();

    /** What the bank has set for itself; what is absent is as the operator of the installation set it. */
    default TenantSettings settings() {
        return TenantSettings.NONE;
    }

    /**
     * The bank's own day, on which entries are booked: its business date if it closes days, else the calendar's. If it
     * is moved before the command is appended, the command is decided anew.
     */
    LocalDate bookingDate();

    /** The days on which the bank works; as {@link #bookingDate}, it is still so when the command is appended. */
    default HolidayCalendar calendar() {
        return HolidayCalendar.EVERY_DAY;
    }

    /** The state of an entity, its type's initial state if nothing has happened to it yet. */
    <S> S load(EntityType<S> type, StreamId stream);

    /** Adds an event to what will be appended; its stream's entity must be loaded. */
    void record(DomainEvent event);

    /** Takes something that must stay unique; refused at the append if another has it. */
    void claim(Claim claim);

    /**
     * Gives back what was claimed earlier, in the transaction of the events; does nothing if nobody has it. What says
     * who has it is the state that this is decided on. One command can't both claim and release the same.
     *
     * @param kind of the {@link Claim}; begins with {@code open_}, for all others stay taken for ever
     */
    void release(String kind, String value);

    /** Looks up what was answered to any of these keys, all at once; before the first {@link #earlierAnswer}. */
    void recall(List<IdempotencyKey> keys);

    /**
     * What was answered to a key, earlier or in this very command.
     *
     * @throws io.nexum.kernel.RefusedException if the key was used for another request
     */
    <T> Optional<T> earlierAnswer(IdempotencyKey key, Class<T> type);

    /** Stores an answer under a key, in the transaction of the events. */
    void answer(IdempotencyKey key, Object answer);

    /** Up to {@code count} events of the bank's log from a position on. */
    List<DomainEvent> eventsFrom(long position, int count);

    default void recordAll(List<? extends DomainEvent> events) {
        events.forEach(this::record);
    }

    default Instant at() {
        return context().at();
    }
}
