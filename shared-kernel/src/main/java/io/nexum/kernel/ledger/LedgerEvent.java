package io.nexum.kernel.ledger;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to the general ledger itself. */
public sealed interface LedgerEvent extends DomainEvent {
    /** The one stream of a bank's chart of accounts. */
    StreamId CHART = StreamId.of("chart", "of-accounts");

    record GlAccountOpened(GlAccount account) implements LedgerEvent {
        @Override
        public StreamId stream() {
            return CHART;
        }
    }

    record JournalEntryPosted(
            JournalEntryId entry,
            TransactionId transaction,
            LocalDate bookingDate,
            LocalDate valueDate,
            String description,
            Optional<String> reference,
            List<JournalLine> lines)
            implements LedgerEvent, Posting {
        @Override
        public StreamId stream() {
            return StreamId.of("journal_entry", entry);
        }
    }
}
