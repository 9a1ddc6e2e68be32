package io.nexum.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.CustomerCommand.CloseCustomer;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.login.LoginCommand.NoteLogin;
import io.nexum.kernel.login.LoginEvent.LoggedIn;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.BulkReceipt;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Item;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Mode;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutedCommandsTest {
    private static final CommandContext CONTEXT = CommandContext.of(
                    TenantId.DEFAULT, "teller", "c-1", Instant.parse("2026-03-01T10:00:00Z"))
            .withIdempotency(new IdempotencyKey("teller:k-1", "abc"));

    private final OtherNode otherNode = new OtherNode();
    private final RoutedCommands commands = new RoutedCommands(
            SimpleCommandBus.builder().build(),
            otherNode,
            Stream.of(CloseCustomer.class, PostBulk.class, NoteLogin.class));

    @Test
    void a_command_its_context_and_its_answer_survive_the_way_to_another_node() {
        CustomerId customer = new CustomerId(UUID.randomUUID());
        CloseCustomer command = new CloseCustomer(customer, "moved away");
        otherNode.answer = customer;

        var outcome = commands.send(command, CONTEXT);

        assertThat(otherNode.command).isEqualTo(command);
        assertThat(otherNode.context).isEqualTo(CONTEXT);
        assertThat(outcome.answer()).isEqualTo(customer);
        assertThat(outcome.replayed()).isTrue();
    }

    @Test
    void a_bulk_of_commands_survives_the_way_too() {
        Instruction instruction =
                Instruction.of(new TransactionId(UUID.randomUUID()), Money.of("1.25", "USD"), "salary");
        PostBulk bulk = new PostBulk(
                List.of(new Item(
                        new Deposit(new AccountId(UUID.randomUUID()), instruction),
                        Optional.of(new IdempotencyKey("line", "abc")))),
                Mode.INDEPENDENT);
        otherNode.answer = new BulkReceipt(0, 0, List.of());

        commands.send(bulk, CONTEXT);

        assertThat(otherNode.command).isEqualTo(bulk);
    }

    @Test
    void what_is_put_on_record_of_a_login_survives_the_way_too() {
        NoteLogin note = new NoteLogin(new LoggedIn(new UserId(UUID.randomUUID()), UUID.randomUUID()));
        otherNode.answer = note.user();

        commands.send(note, CONTEXT);

        assertThat(otherNode.command).isEqualTo(note);
    }

    @Test
    void a_refusal_comes_back_as_what_it_was() {
        otherNode.refusal = new Refusals.InvalidValue("amount", "an amount is above zero");

        assertThatThrownBy(() -> commands.send(new CloseCustomer(new CustomerId(UUID.randomUUID()), "x"), CONTEXT))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.INVALID);
                    assertThat(refused.refusal().type()).isEqualTo("invalid-value");
                    assertThat(refused.refusal().field()).isEqualTo("amount");
                    assertThat(refused.refusal().detail()).isEqualTo("an amount is above zero");
                });
    }

    @Test
    void a_node_that_breaks_is_answered_as_unavailable() {
        otherNode.breaks = true;

        assertThatThrownBy(() -> commands.send(new CloseCustomer(new CustomerId(UUID.randomUUID()), "x"), CONTEXT))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
    }

    /** Remembers what it was sent and answers what it was told to. */
    private static final class OtherNode implements Commands {
        private @Nullable Command<?> command;
        private @Nullable CommandContext context;
        private @Nullable Object answer;
        private @Nullable Refusal refusal;
        private boolean breaks;

        @Override
        @SuppressWarnings("unchecked")
        public <R> Outcome<R> send(Command<R> sent, CommandContext sentContext) {
            command = sent;
            context = sentContext;
            if (breaks) {
                throw new IllegalStateException("broken");
            }
            if (refusal != null) {
                throw new RefusedException(refusal);
            }
            return new Outcome<>((R) Objects.requireNonNull(answer), true);
        }
    }
}
