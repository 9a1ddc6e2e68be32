package io.nexum.command.axon;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;

/** An entity's identifier within Axon: the same stream name can occur at two tenants. */
record EntityKey(TenantId tenant, StreamId stream) {
    private static final char SEPARATOR = '/';

    static EntityKey parse(String id) {
        int end = id.indexOf(SEPARATOR);
        return new EntityKey(new TenantId(id.substring(0, end)), new StreamId(id.substring(end + 1)));
    }

    String id() {
        return tenant.value() + SEPARATOR + stream.value();
    }
}
