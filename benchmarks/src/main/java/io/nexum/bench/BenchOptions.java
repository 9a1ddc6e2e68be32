package io.nexum.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the bench was asked for.
 *
 * @param parts the parts to measure; all if empty
 * @param quick whether to measure so briefly that the figures only show that everything works
 * @param json where the results go
 */
record BenchOptions(Set<String> parts, boolean quick, Path json) {
    private static final Path DEFAULT_JSON = Path.of("bench-results.json");

    /** @throws IllegalArgumentException if one of the arguments is unknown or lacks its value */
    static BenchOptions parse(List<String> arguments, Set<String> knownParts) {
        Set<String> parts = new LinkedHashSet<>();
        boolean quick = false;
        Path json = DEFAULT_JSON;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.remove();
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--json")) {
                json = Path.of(Arguments.valueOf(argument, rest));
            } else if (knownParts.contains(argument)) {
                parts.add(argument);
            } else {
                throw new IllegalArgumentException(
                        "'" + argument + "' is no part of the bench; its parts are " + String.join(", ", knownParts));
            }
        }
        return new BenchOptions(parts, quick, json);
    }

    boolean includes(String part) {
        return parts.isEmpty() || parts.contains(part);
    }
}
