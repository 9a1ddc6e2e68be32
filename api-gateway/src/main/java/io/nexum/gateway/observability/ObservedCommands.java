package io.nexum.gateway.observability;

import io.nexum.gateway.http.LogFields;
import io.nexum.gateway.observability.CommandListener.Ending;
import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;

/** Passes commands on and tells how they ended and how long they took. */
public final class ObservedCommands implements Commands {
    private final Commands commands;
    private final List<CommandListener> listeners;

    ObservedCommands(Commands commands, List<CommandListener> listeners) {
        this.commands = commands;
        this.listeners = listeners;
    }

    @Override
    public <R> Outcome<R> send(Command<R> command, CommandContext context) {
        String name = command.getClass().getSimpleName();
        MDC.put(LogFields.COMMAND, name);
        listeners.forEach(listener -> listener.sent(name, context));
        long start = System.nanoTime();
        Ending ending = Ending.FAILED;
        Optional<String> reason = Optional.empty();
        try {
            Outcome<R> outcome = commands.send(command, context);
            ending = outcome.replayed() ? Ending.REPLAYED : context.dryRun() ? Ending.DRY_RUN : Ending.GRANTED;
            return outcome;
        } catch (RefusedException e) {
            ending = Ending.REFUSED;
            reason = Optional.of(e.refusal().type());
            throw e;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            for (CommandListener listener : listeners) {
                listener.answered(name, context, ending, reason, took);
            }
        }
    }
}
