package io.nexum.kernel;

/**
 * A wish to change the bank. It is either granted, which appends events, or refused with a {@link Refusal}, which
 * appends nothing.
 *
 * @param <R> what the one who asked is told when it was granted
 */
public interface Command<R> {}
