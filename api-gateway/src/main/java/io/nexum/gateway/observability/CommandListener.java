package io.nexum.gateway.observability;

import io.nexum.kernel.CommandContext;
import java.time.Duration;
import java.util.Optional;

/** Told of each command, on its sender's thread. */
interface CommandListener {
    /** How a command ended. */
    enum Ending {
        GRANTED,
        /** With the answer of an earlier one with the same idempotency key. */
        REPLAYED,
        DRY_RUN,
        REFUSED,
        FAILED
    }

    /** Told before it is executed. */
    default void sent(String command, CommandContext context) {}

    /**
     * Told when it is answered.
     *
     * @param command its name, as in {@code Deposit}
     * @param reason the refusal's type; empty unless it was refused
     */
    void answered(String command, CommandContext context, Ending ending, Optional<String> reason, Duration took);
}
