package io.nexum.kernel.loan;

import java.time.LocalDate;

/**
 * Days on which a loan earns nothing. The instalment stays as it is, so the loan is paid back sooner.
 *
 * @param until the first day that earns again
 */
public record InterestPause(LocalDate from, LocalDate until) {
    /** @throws IllegalArgumentException if it doesn't last a day */
    public InterestPause {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a pause ends after it begins");
        }
    }
}
