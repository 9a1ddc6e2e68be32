package io.nexum.bench.load;

import io.nexum.bench.figure.Histogram;
import java.time.Duration;

/**
 * How a load was answered.
 *
 * @param answers those with a status of 2xx that came in the measured time
 * @param measured how long was measured, after the warm-up
 * @param latency of these answers, in nanoseconds
 */
public record LoadResult(long answers, Duration measured, Histogram latency) {
    private static final double NANOSECONDS_A_MILLISECOND = 1e6;

    public double answersPerSecond() {
        return answers / (measured.toNanos() / 1e9);
    }

    public double latencyMilliseconds(double percentile) {
        return latency.percentile(percentile) / NANOSECONDS_A_MILLISECOND;
    }
}
