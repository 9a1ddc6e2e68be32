package io.nexum.command.day;

import io.nexum.command.EntityType;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a step decides with, beside an entity's state.
 *
 * @param date the business date that is being closed
 * @param calendar the days on which the bank works
 * @param settings what the bank has set for itself
 * @param at the instant at which this is decided
 * @param shared what many entities share
 */
public record DayContext(
        LocalDate date, HolidayCalendar calendar, TenantSettings settings, Instant at, SharedStates shared) {

    /** States of what many entities share, as a product: read once for each date and step. */
    public interface SharedStates {
        /** The state of a shared entity, its type's initial state if nothing has happened to it. */
        <T> T of(EntityType<T> type, StreamId stream);
    }
}
