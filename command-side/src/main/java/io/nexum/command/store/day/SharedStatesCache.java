package io.nexum.command.store.day;

import io.nexum.command.EntityType;
import io.nexum.command.day.DayContext.SharedStates;
import io.nexum.command.store.StreamReader;
import io.nexum.command.store.StreamReader.VersionedState;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What many entities share, each read once; of more than a bank can have, some are read again. */
final class SharedStatesCache implements SharedStates {
    private static final int MOST = 10_000;

    private final TenantId tenant;
    private final StreamReader reader;
    private final Map<StreamId, Object> states = new ConcurrentHashMap<>();

    SharedStatesCache(TenantId tenant, StreamReader reader) {
        this.tenant = tenant;
        this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked") // a stream's name starts with its type's, and each type has one state
    public <T> T of(EntityType<T> type, StreamId stream) {
        if (states.size() > MOST) {
            states.clear();
        }
        return (T) Objects.requireNonNull(states.computeIfAbsent(stream, unknown -> (Object)
                reader.load(tenant, type, stream).map(VersionedState::state).orElse(type.initial())));
    }
}
