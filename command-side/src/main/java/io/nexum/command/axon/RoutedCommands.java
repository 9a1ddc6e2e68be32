package io.nexum.command.axon;

import io.nexum.command.store.StoredAnswer;
import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.ExpireHolds;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.LedgerCommand.SeedChart;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Commands over a bus that may carry them to another node. They, their context and their answers travel as JSON texts.
 *
 * <p>Where a command is executed matters for the speed of it alone: the store orders all appends, wherever they come
 * from. So a command that gets lost on the way is answered like one whose outcome is unknown.
 */
public final class RoutedCommands implements Commands {
    static final String ROUTING_KEY = "nexum.routing_key";
    private static final String CONTEXT = "nexum.context";
    private static final int MOST_SECONDS = 60;

    /** The program's own housekeeping, which each node does for itself. */
    private static final Set<Class<?>> NEVER_ROUTED = Set.of(SeedChart.class, ExpireHolds.class);

    private final CommandBus bus;
    private final Commands local;

    /** @param local executes what is not routed, and what the bus brings from other nodes */
    public RoutedCommands(CommandBus bus, Commands local, Stream<Class<? extends Command<?>>> commands) {
        this.bus = bus;
        this.local = local;
        commands.filter(command -> !NEVER_ROUTED.contains(command))
                .forEach(command -> bus.subscribe(command.getName(), message -> execute(command, message)));
    }

    @Override
    public <R> Outcome<R> send(Command<R> command, CommandContext context) {
        if (NEVER_ROUTED.contains(command.getClass())) {
            return local.send(command, context);
        }
        MetaData metaData = MetaData.with(CONTEXT, Json.text(context)).and(ROUTING_KEY, RoutingKey.of(command));
        CommandMessage<String> message = new GenericCommandMessage<>(
                new GenericMessage<>(Json.text(command), metaData),
                command.getClass().getName());
        CompletableFuture<CommandResultMessage<?>> answered = new CompletableFuture<>();
        bus.dispatch(message, (sent, answer) -> answered.complete(answer));
        return reply(answered).outcome(command);
    }

    private static Reply reply(CompletableFuture<CommandResultMessage<?>> answered) {
        try {
            CommandResultMessage<?> message = answered.get(MOST_SECONDS, TimeUnit.SECONDS);
            if (!message.isExceptional()) {
                return Json.read((String) message.getPayload(), Reply.class);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw lost(e);
        }
        throw lost(null);
    }

    private static RefusedException lost(@Nullable Exception cause) {
        RefusedException refused = new RefusedException(new Refusals.StoreUnavailable(
                "the command got no answer from the node that it was sent to; send it again with the same"
                        + " idempotency key to learn what became of it"));
        if (cause != null) {
            refused.addSuppressed(cause);
        }
        return refused;
    }

    private String execute(Class<? extends Command<?>> type, CommandMessage<?> message) {
        CommandContext context = Json.read(String.valueOf(message.getMetaData().get(CONTEXT)), CommandContext.class);
        Command<?> command = Json.read(String.valueOf(message.getPayload()), type);
        Reply reply;
        try {
            reply = Reply.of(local.send(command, context));
        } catch (RefusedException e) {
            reply = Reply.of(e.refusal());
        }
        return Json.text(reply);
    }

    /** Either an answer, as it would be stored, or a refusal. */
    record Reply(boolean replayed, Optional<StoredAnswer> answer, Optional<TravelledRefusal> refusal) {
        private static final IdempotencyKey NO_KEY = new IdempotencyKey("none", "none");

        static Reply of(Outcome<?> outcome) {
            return new Reply(
                    outcome.replayed(), Optional.of(StoredAnswer.of(NO_KEY, outcome.answer())), Optional.empty());
        }

        static Reply of(Refusal refusal) {
            return new Reply(
                    false,
                    Optional.empty(),
                    Optional.of(
                            new TravelledRefusal(refusal.kind(), refusal.type(), refusal.field(), refusal.detail())));
        }

        @SuppressWarnings({"unchecked", "unused"}) // each handler answers what its command declares
        <R> Outcome<R> outcome(Command<R> command) {
            refusal.ifPresent(reason -> {
                throw new RefusedException(reason);
            });
            return new Outcome<>((R) answer.orElseThrow().to(NO_KEY), replayed);
        }
    }

    /** A refusal as another node told it. */
    record TravelledRefusal(Kind kind, String type, String field, String detail) implements Refusal {}
}
