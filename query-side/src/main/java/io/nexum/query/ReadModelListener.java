package io.nexum.query;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.EventKey;
import java.time.Duration;
import java.util.List;

/** Told of what the read models have come to show. Each call must return at once, for they wait for it. */
@FunctionalInterface
public interface ReadModelListener {
    ReadModelListener NOBODY = (tenant, events, took) -> {};

    /**
     * Told of each batch of events when it is shown, on the projections' thread.
     *
     * @param took how long it took to read and show them
     */
    void shown(TenantId tenant, List<EventKey> events, Duration took);
}
