package io.nexum.query;

import java.time.Duration;

/**
 * What a rebuild of the read models did.
 *
 * @param position the last position that they show now
 * @param events how many events they were built from
 */
public record RebuildReport(long position, long events, Duration took) {
    public double eventsPerSecond() {
        return events / Math.max(took.toNanos() / 1e9, 1e-9);
    }
}
