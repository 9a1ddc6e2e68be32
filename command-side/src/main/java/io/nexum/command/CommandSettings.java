package io.nexum.command;

import io.nexum.kernel.loan.LoanPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How the command side works.
 *
 * @param bankZone whose days the bank books by
 * @param oldestRate how old an exchange rate may be to be used
 * @param idempotencyRetention how long the answer to an idempotency key is kept at least
 * @param aggregatesCached how many entities' states are kept in memory at most
 * @param appendQueueUnits how many commands may wait for the appender; more are refused
 * @param snapshotEvery after how many events of an entity a snapshot of it is stored
 * @param customerRetentionDays how long a customer must be kept after the closing before it may be erased
 * @param loanPolicy how the bank judges its loans
 * @param longestWait how long a command waits to be written before its sender is told to ask again
 */
public record CommandSettings(
        ZoneId bankZone,
        Duration oldestRate,
        Duration idempotencyRetention,
        int aggregatesCached,
        int appendQueueUnits,
        int snapshotEvery,
        int customerRetentionDays,
        LoanPolicy loanPolicy,
        Duration longestWait) {

    public static CommandSettings defaults() {
        return new CommandSettings(
                ZoneOffset.UTC,
                Duration.ofHours(24),
                Duration.ofHours(24),
                100_000,
                10_000,
                500,
                0,
                LoanPolicy.USUAL,
                Duration.ofSeconds(30));
    }
}
