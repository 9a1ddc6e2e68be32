package io.nexum.command.store;

import java.util.concurrent.CompletableFuture;

/**
 * How much of an entity's stream a command was decided on. The sequence alone doesn't tell: if a unit is turned down,
 * another process's event may stand at the sequence that its own would have had.
 *
 * @param sequence of the last event seen, -1 if there was none
 * @param written completes when that event is durable, exceptionally when it never will be
 */
public record Seen(long sequence, CompletableFuture<Void> written) {
    private static final CompletableFuture<Void> IN_THE_LOG = CompletableFuture.completedFuture(null);

    /** Read from the log itself. */
    public static Seen inTheLog(long sequence) {
        return new Seen(sequence, IN_THE_LOG);
    }

    boolean neverWritten() {
        return written.isCompletedExceptionally();
    }
}
