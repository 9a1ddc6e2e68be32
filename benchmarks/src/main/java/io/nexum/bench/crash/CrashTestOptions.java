package io.nexum.bench.crash;

import io.nexum.bench.Arguments;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How the crash test is to go.
 *
 * @param loadSeconds the longest time under load before something is killed
 * @param seed decides what is sent, what is killed and when
 */
public record CrashTestOptions(int rounds, int loadSeconds, long seed) {
    private static final int MAX_ROUNDS = 100_000;
    private static final int MAX_SECONDS = 3_600;

    /** @throws IllegalArgumentException if one of the arguments is unknown or wrong */
    public static CrashTestOptions parse(List<String> arguments) {
        int rounds = 3;
        int seconds = 5;
        long seed = System.nanoTime();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--rounds" -> rounds = (int) Arguments.numberOf(option, rest, 1, MAX_ROUNDS);
                case "--seconds" -> seconds = (int) Arguments.numberOf(option, rest, 1, MAX_SECONDS);
                case "--seed" -> seed = Arguments.numberOf(option, rest, Long.MIN_VALUE, Long.MAX_VALUE);
                default -> throw new IllegalArgumentException("the crash test knows no " + option);
            }
        }
        return new CrashTestOptions(rounds, seconds, seed);
    }
}
