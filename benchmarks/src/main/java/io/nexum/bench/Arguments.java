package io.nexum.bench;

import java.util.Deque;

/** Reads a command line's arguments one after the other. */
public final class Arguments {
    private Arguments() {}

    /** @throws IllegalArgumentException if the option is the last argument */
    public static String valueOf(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.remove();
    }

    /** @throws IllegalArgumentException if the option's value is no number in these bounds */
    public static long numberOf(String option, Deque<String> rest, long min, long max) {
        String value = valueOf(option, rest);
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not '" + value + "'", e);
        }
        throw new IllegalArgumentException(option + " is between " + min + " and " + max + ", not " + value);
    }
}
