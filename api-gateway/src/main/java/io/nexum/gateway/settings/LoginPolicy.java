package io.nexum.gateway.settings;

import java.time.Duration;
import java.util.List;

/**
 * How long somebody who failed to log in has to wait.
 *
 * @param delayAfter how many failures in a row cost nothing but the last of them a second; each further one costs twice
 *     as much as the one before
 * @param lockAfter from how many failures on the wait is {@code lock}
 */
public record LoginPolicy(int delayAfter, int lockAfter, Duration lock) {
    private static final int MOST_DOUBLINGS = 20;

    static final List<Setting> ALL = List.of(
            new Setting(
                    "NEXUM_LOGIN_DELAY_AFTER",
                    "5",
                    "failed logins of a user in a row after which the next ones have to wait, twice as long each time;"
                            + " 1 to 100"),
            new Setting(
                    "NEXUM_LOGIN_LOCK_AFTER",
                    "10",
                    "failed logins of a user in a row after which the user is locked out for a while; 2 to 100"),
            new Setting("NEXUM_LOGIN_LOCK_MINUTES", "15", "how long a user is locked out, 1 to 1440"));

    static LoginPolicy read(Variables variables) {
        return new LoginPolicy(
                variables.number("NEXUM_LOGIN_DELAY_AFTER", 1, 100),
                variables.number("NEXUM_LOGIN_LOCK_AFTER", 2, 100),
                Duration.ofMinutes(variables.number("NEXUM_LOGIN_LOCK_MINUTES", 1, 1_440)));
    }

    /** The wait after so many failures in a row, from 0 to {@code lock}. */
    public Duration delayAfter(int failures) {
        if (failures >= lockAfter) {
            return lock;
        }
        if (failures < delayAfter) {
            return Duration.ZERO;
        }
        Duration growing = Duration.ofSeconds(1L << Math.min(failures - delayAfter, MOST_DOUBLINGS));
        return growing.compareTo(lock) < 0 ? growing : lock;
    }
}
