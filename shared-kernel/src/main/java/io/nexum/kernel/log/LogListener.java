package io.nexum.kernel.log;

import io.nexum.kernel.TenantId;

/** Told where a tenant's log ends after each durable append, on the appender's thread: it must return at once. */
@FunctionalInterface
public interface LogListener {
    void appended(TenantId tenant, long headPosition);
}
