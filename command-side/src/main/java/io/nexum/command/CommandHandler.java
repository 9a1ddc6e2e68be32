package io.nexum.command;

import io.nexum.kernel.Command;

/**
 * Executes the commands of one part of the business.
 *
 * @param <C> the sealed interface that lists them
 */
public interface CommandHandler<C extends Command<?>> {
    /** The sealed interface itself, whose records it handles. */
    Class<?> commands();

    /**
     * @return the answer of the command's own type
     * @throws io.nexum.kernel.RefusedException if a rule forbids it; nothing is appended then
     */
    Object handle(C command, Workspace work);
}
