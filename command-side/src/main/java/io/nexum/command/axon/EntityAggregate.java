package io.nexum.command.axon;

import io.nexum.command.EntityType;
import io.nexum.command.store.Seen;
import io.nexum.kernel.DomainEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Axon's shell around an entity's plain state: it applies events, and the entity's type says what they change. */
final class EntityAggregate {
    @AggregateIdentifier
    private final String id;

    private final EntityType<Object> type;
    private final Seen loaded;
    private Object state;

    EntityAggregate(String id, EntityType<Object> type, CachedState loaded) {
        this.id = id;
        this.type = type;
        this.state = loaded.state();
        this.loaded = loaded.seen();
    }

    void record(DomainEvent event) {
        AggregateLifecycle.apply(event);
    }

    @EventSourcingHandler
    void on(DomainEvent event) {
        state = type.evolve().apply(state, event);
    }

    String id() {
        return id;
    }

    /** What it was loaded from, without what was recorded since. */
    Seen loaded() {
        return loaded;
    }

    Object state() {
        return state;
    }
}
