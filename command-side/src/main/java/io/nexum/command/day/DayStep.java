package io.nexum.command.day;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import java.util.List;

/** Work of the bank's day that is done once for each entity of a kind and each date. */
public interface DayStep<S> {
    /** What progress and failures call it, in small letters: {@code close_loans}. */
    String name();

    EntityType<S> type();

    /**
     * The kind of the {@link io.nexum.command.Claim claims} that list who takes part, as {@code open_loan}; each has an
     * entity's id as its value. It begins with {@code open_}, so that it can be {@linkplain
     * io.nexum.command.Workspace#release given back} when the entity's life ends.
     */
    String membership();

    /**
     * What happened to an entity by the close of the date, in its own stream, each currency in balance. Empty if
     * nothing did, or if it was done before: the state must tell, for a date can come again after a crash. Dates that
     * were missed are made up for here.
     *
     * @throws RuntimeException if it can't be decided; the entity is set aside with the exception's message
     */
    List<DomainEvent> decide(S state, DayContext day);
}
