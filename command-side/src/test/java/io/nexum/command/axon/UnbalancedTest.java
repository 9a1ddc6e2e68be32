package io.nexum.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.command.CommandHandler;
import io.nexum.command.CommandSettings;
import io.nexum.command.EntityType;
import io.nexum.command.TestDatabase;
import io.nexum.command.TestKeys;
import io.nexum.command.Workspace;
import io.nexum.command.WrittenLog;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerCommand;
import io.nexum.kernel.ledger.LedgerCommand.PostJournalEntry;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever bug a decision has, the books stay in balance. */
class UnbalancedTest {
    private static final EntityType<Integer> COUNTED =
            new EntityType<>("journal_entry", 0, Integer.class, "1", (before, event) -> before + 1);

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void the_unit_of_work_of_a_handler_with_a_bug_is_refused_and_leaves_no_trace() {
        try (AxonCommandSide axon = new AxonCommandSide(
                database.store(),
                CommandSettings.defaults(),
                List.of(COUNTED),
                List.of(new Buggy()),
                (tenant, position) -> {},
                TestKeys.of(database.store()))) {
            Money ten = Money.of("10.00", "USD");
            PostJournalEntry unbalanced = entry(JournalLine.debit(DefaultChart.CASH, ten));

            assertThatThrownBy(() -> axon.execute(unbalanced, context()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("out of balance");

            assertThat(WrittenLog.of(database).mustBeSound().size()).isZero();
            PostJournalEntry balanced = new PostJournalEntry(
                    unbalanced.entry(),
                    unbalanced.transaction(),
                    "mended",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                            JournalLine.debit(DefaultChart.CASH, ten),
                            JournalLine.credit(DefaultChart.FEE_INCOME, ten)));
            // Nor does the state that it would have led to stay behind.
            assertThat(axon.execute(balanced, context())).isEqualTo(0);
            assertThat(axon.execute(balanced, context())).isEqualTo(1);
        }
    }

    private static PostJournalEntry entry(JournalLine... lines) {
        return new PostJournalEntry(
                new JournalEntryId(UUID.randomUUID()),
                new TransactionId(UUID.randomUUID()),
                "a bug",
                Optional.empty(),
                Optional.empty(),
                List.of(lines));
    }

    private static CommandContext context() {
        return CommandContext.of(TenantId.DEFAULT, "tester", "test", Instant.parse("2026-03-10T12:00:00Z"));
    }

    /** Posts whatever lines it is given, and answers how often it did before. */
    private static final class Buggy implements CommandHandler<LedgerCommand<?>> {
        @Override
        public Class<?> commands() {
            return LedgerCommand.class;
        }

        @Override
        public Object handle(LedgerCommand<?> command, Workspace work) {
            PostJournalEntry post = (PostJournalEntry) command;
            Integer before = work.load(COUNTED, COUNTED.stream(post.entry()));
            work.record(new JournalEntryPosted(
                    post.entry(),
                    post.transaction(),
                    work.bookingDate(),
                    work.bookingDate(),
                    post.description(),
                    post.reference(),
                    post.lines()));
            return before;
        }
    }
}
