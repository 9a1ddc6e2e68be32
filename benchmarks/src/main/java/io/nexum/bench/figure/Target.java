package io.nexum.bench.figure;

import java.util.Locale;

/** What a figure is to reach. */
public record Target(Sense sense, double bound) {
    /** Which side of the bound is good. */
    public enum Sense {
        AT_LEAST,
        AT_MOST
    }

    public static Target atLeast(double bound) {
        return new Target(Sense.AT_LEAST, bound);
    }

    public static Target atMost(double bound) {
        return new Target(Sense.AT_MOST, bound);
    }

    public boolean isMetBy(double value) {
        return switch (sense) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
        };
    }

    @Override
    public String toString() {
        return sense.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + Figure.readable(bound);
    }
}
