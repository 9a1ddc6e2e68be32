package io.nexum.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the read models compare with what the log tells.
 *
 * @param position the position that was compared at
 * @param tables how many tables were compared
 * @param rows how many rows the log's tables have
 * @param differences how many rows differ
 * @param samples some of them, of each table the first ones by key
 */
public record CheckReport(
        long position, int tables, long rows, long differences, List<Difference> samples, Duration took) {
    /** Whether the read models are exactly what the log tells. */
    public boolean equal() {
        return differences == 0;
    }

    /**
     * A row that differs.
     *
     * @param key the row's key as JSON
     * @param live the row as the read model has it, as JSON; absent if it has none
     * @param rebuilt the row as the log tells it, as JSON; absent if it tells none
     */
    public record Difference(String table, String key, Optional<String> live, Optional<String> rebuilt) {}
}
