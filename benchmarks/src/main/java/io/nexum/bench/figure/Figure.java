package io.nexum.bench.figure;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that was measured.
 *
 * @param name stable, for programs: {@code rest_deposits_64}
 * @param what for a person
 */
public record Figure(String name, String what, double value, String unit, Optional<Target> target) {
    private static final double SHOWN_WITHOUT_DECIMALS_FROM = 100;

    public Optional<Boolean> met() {
        return target.map(bound -> bound.isMetBy(value));
    }

    /** A number of things. */
    public static String readable(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A number with as many decimals as it is worth. */
    public static String readable(double value) {
        return Math.abs(value) >= SHOWN_WITHOUT_DECIMALS_FROM || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
