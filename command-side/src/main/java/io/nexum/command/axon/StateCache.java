package io.nexum.command.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.command.store.StreamsChanged;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The newest states of the entities used lately, among them states whose events wait for the appender. Bounded, and
 * holding them strongly: nothing else does. A state is immutable, so it can be shared.
 */
final class StateCache implements StreamsChanged {
    private final Cache<String, CachedState> states;

    StateCache(int most) {
        states = Caffeine.newBuilder().maximumSize(most).build();
    }

    @Nullable
    CachedState get(String id) {
        return states.getIfPresent(id);
    }

    void put(String id, CachedState state) {
        states.put(id, state);
    }

    /** Removes exactly this state: one that another command has put there since may be right. */
    @SuppressWarnings("ReferenceEquality") // this very one is meant
    void evict(String id, CachedState state) {
        states.asMap().computeIfPresent(id, (key, present) -> present == state ? null : present);
    }

    @Override
    public void evict(TenantId tenant, Collection<StreamId> streams) {
        streams.forEach(stream -> states.invalidate(new EntityKey(tenant, stream).id()));
    }

    @Override
    public void evictAll(TenantId tenant) {
        states.invalidateAll();
    }
}
