package io.nexum.kernel.ledger;

import io.nexum.kernel.Command;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be asked of the general ledger itself. */
public sealed interface LedgerCommand<R> extends Command<R> {
    /** Adds an account to the chart. */
    record OpenGlAccount(GlAccount account) implements LedgerCommand<GlAccount> {}

    /** Gives a bank that has no chart yet the default one; does nothing to a bank that has one. */
    record SeedChart() implements LedgerCommand<Integer> {}

    /** Enters a balanced journal entry by hand. */
    record PostJournalEntry(
            JournalEntryId entry,
            TransactionId transaction,
            String description,
            Optional<String> reference,
            Optional<LocalDate> valueDate,
            List<JournalLine> lines)
            implements LedgerCommand<LedgerEvent.JournalEntryPosted> {}
}
