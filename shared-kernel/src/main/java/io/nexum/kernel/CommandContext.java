package io.nexum.kernel;

import io.nexum.kernel.access.AmountLimit;
import java.time.Instant;
import java.util.Optional;

/**
 * Who asks, for which bank, when, and how it is to be answered. Decisions take their time from here.
 *
 * @param actor the user's name, or the name of the part of the program that acts by itself
 * @param limit how much the one who asks may move at once
 * @param approvals how much the one who asks may approve at once
 * @param correlationId what ties together everything that one request caused
 * @param at the instant of the command, to the microsecond
 * @param idempotency present if the command must count once however often it is sent
 * @param dryRun whether to answer exactly what the command would, and write nothing
 */
public record CommandContext(
        TenantId tenant,
        String actor,
        AmountLimit limit,
        AmountLimit approvals,
        String correlationId,
        Instant at,
        Optional<IdempotencyKey> idempotency,
        boolean dryRun) {

    /** A command of the program itself, sent once. */
    public static CommandContext of(TenantId tenant, String actor, String correlationId, Instant at) {
        return new CommandContext(
                tenant, actor, AmountLimit.NONE, AmountLimit.NONE, correlationId, at, Optional.empty(), false);
    }

    public CommandContext withIdempotency(IdempotencyKey key) {
        return new CommandContext(tenant, actor, limit, approvals, correlationId, at, Optional.of(key), dryRun);
    }

    public CommandContext asDryRun() {
        return new CommandContext(tenant, actor, limit, approvals, correlationId, at, idempotency, true);
    }
}
