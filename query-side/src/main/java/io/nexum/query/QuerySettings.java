package io.nexum.query;

import java.time.Duration;

/**
 * How the read side works.
 *
 * @param batchEvents the most events that the projections take in one transaction
 * @param pause the least time between two batches while no query waits: under load it makes batches of what arrives
 * @param poll how often to look for what other processes appended
 * @param longestWait how long a query waits for the projections before it is refused
 * @param longestStatement how long one statement of a query may take before it is broken off; in whole seconds
 */
public record QuerySettings(
        int batchEvents, Duration pause, Duration poll, Duration longestWait, Duration longestStatement) {
    public QuerySettings withLongestStatement(Duration longest) {
        return new QuerySettings(batchEvents, pause, poll, longestWait, longest);
    }

    public static QuerySettings defaults() {
        return new QuerySettings(
                5_000, Duration.ofMillis(50), Duration.ofMillis(25), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
