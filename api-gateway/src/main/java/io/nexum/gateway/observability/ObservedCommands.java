package io.nexum.gateway.observability;

import io.nexum.gateway.http.LogFields;
import io.nexum.gateway.observability.CommandListener.Ending;
import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.RefusedException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.MDC;

/** Passes commands on and tells how they ended and how long they took. */
public final class ObservedCommands implements Commands {
    private final Commands commands;
    private final CommandListener listener;

    ObservedCommands(Commands commands, CommandListener listener) {
        this.commands = commands;
        this.listener = listener;
    }

    @Override
    public <R> Outcome<R> send(Command<R> command, CommandContext context) {
        String name = command.getClass().getSimpleName();
        MDC.put(LogFields.COMMAND, name);
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
            listener.answered(name, context, ending, reason, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
