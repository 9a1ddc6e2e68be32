package io.nexum.kernel;

/**
 * A wish to change the bank. It is either granted, which appends events, or refused with a {@link Refusal}, which
 * appends nothing.
 *
 * @param <R> what the one who asked is told when it was granted
 */
public interface Command<R> {
    /** What commands that should meet at the same node have in common: the entity whose state they change first. */
    String routingKey();

    /** How many movements of money it asks for, as a tenant's quota and bill count them. */
    int transactions();
}
