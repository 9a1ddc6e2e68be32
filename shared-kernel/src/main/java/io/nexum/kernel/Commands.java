package io.nexum.kernel;

/** Where commands are sent. */
public interface Commands {
    /**
     * Executes a command and returns when its events are durable.
     *
     * @throws RefusedException if the bank refuses; nothing was written
     */
    <R> Outcome<R> send(Command<R> command, CommandContext context);

    /**
     * What a granted command led to.
     *
     * @param answer what it answers
     * @param replayed whether the answer is that of an earlier command with the same idempotency key
     */
    record Outcome<R>(R answer, boolean replayed) {}
}
