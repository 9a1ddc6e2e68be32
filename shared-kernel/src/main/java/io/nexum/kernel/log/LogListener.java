package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Told of what happens to the log. Each call must return at once, for the log waits for it. */
@FunctionalInterface
public interface LogListener {
    /** Told where a tenant's log ends after each durable append, on the appender's thread. */
    void appended(TenantId tenant, long headPosition);

    /**
     * Told of a command's events before they wait to be appended, on the command's thread. An event comes again if it
     * was turned down and decided anew.
     *
     * @param first names the first of them
     */
    default void submitted(TenantId tenant, EventKey first) {}

    /**
     * Told of each batch that the appender has dealt with, be it that it wrote it or turned it down, on its thread.
     *
     * @param firsts names the first event of each command in the batch that has events
     */
    default void worked(TenantId tenant, int units, int events, Duration took, Supplier<List<EventKey>> firsts) {}

    /** Told of the events of a command when they are durable, on the command's thread. */
    default void recorded(TenantId tenant, List<DomainEvent> events) {}

    /** Tells several listeners, one after the other. */
    static LogListener all(LogListener... listeners) {
        return new LogListener() {
            @Override
            public void appended(TenantId tenant, long headPosition) {
                for (LogListener listener : listeners) {
                    listener.appended(tenant, headPosition);
                }
            }

            @Override
            public void submitted(TenantId tenant, EventKey first) {
                for (LogListener listener : listeners) {
                    listener.submitted(tenant, first);
                }
            }

            @Override
            public void worked(TenantId tenant, int units, int events, Duration took, Supplier<List<EventKey>> firsts) {
                for (LogListener listener : listeners) {
                    listener.worked(tenant, units, events, took, firsts);
                }
            }

            @Override
            public void recorded(TenantId tenant, List<DomainEvent> events) {
                for (LogListener listener : listeners) {
                    listener.recorded(tenant, events);
                }
            }
        };
    }
}
