package io.nexum.kernel.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in a row with one balance at their close.
 *
 * @param from the first of them
 * @param to the day after the last of them
 */
public record BalanceRun(LocalDate from, LocalDate to, BigDecimal balance) {
    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** What the holder has: never below zero. */
    public BalanceRun inCredit() {
        return new BalanceRun(from, to, balance.max(BigDecimal.ZERO));
    }

    /** What the holder owes, told as above zero. */
    public BalanceRun overdrawn() {
        return new BalanceRun(from, to, balance.negate().max(BigDecimal.ZERO));
    }
}
