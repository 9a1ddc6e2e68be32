package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import java.time.Duration;
import java.util.List;

/** Told of what happens to the log. Each call must return at once, for the log waits for it. */
@FunctionalInterface
public interface LogListener {
    /** Told where a tenant's log ends after each durable append, on the appender's thread. */
    void appended(TenantId tenant, long headPosition);

    /**
     * Told of each batch that the appender has dealt with, be it that it wrote it or turned it down, on its thread.
     *
     * @param units commands in the batch
     */
    default void worked(TenantId tenant, int units, int events, Duration took) {}

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
            public void worked(TenantId tenant, int units, int events, Duration took) {
                for (LogListener listener : listeners) {
                    listener.worked(tenant, units, events, took);
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
