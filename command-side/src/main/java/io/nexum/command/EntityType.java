package io.nexum.command;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import java.util.function.BiFunction;

/**
 * A kind of entity whose state follows from its events.
 *
 * @param name the first part of its streams' names
 * @param initial its state before anything happened to it
 * @param snapshotType the one shape of its state that is kept as a snapshot
 * @param version changes whenever a snapshot of an earlier version must no longer be read
 * @param evolve the state after one more event
 */
public record EntityType<S>(
        String name, S initial, Class<? extends S> snapshotType, String version, BiFunction<S, DomainEvent, S> evolve) {

    public StreamId stream(Object id) {
        return StreamId.of(name, id);
    }
}
