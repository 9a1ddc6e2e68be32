package io.nexum.command.store;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.util.Collection;

/** Told of streams whose state in memory is not what the log says: others appended, or an append was turned down. */
public interface StreamsChanged {
    void evict(TenantId tenant, Collection<StreamId> streams);

    /** All of the tenant's, because it isn't known which. */
    void evictAll(TenantId tenant);

    /** Tells two, one after the other. */
    record Both(StreamsChanged one, StreamsChanged other) implements StreamsChanged {
        @Override
        public void evict(TenantId tenant, Collection<StreamId> streams) {
            one.evict(tenant, streams);
            other.evict(tenant, streams);
        }

        @Override
        public void evictAll(TenantId tenant) {
            one.evictAll(tenant);
            other.evictAll(tenant);
        }
    }
}
