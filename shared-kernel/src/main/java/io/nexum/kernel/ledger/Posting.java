package io.nexum.kernel.ledger;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;

/**
 * An event that moves money and so carries journal lines. The lines of all postings of one append balance in each
 * currency; those of a single posting need not, as when a transfer's two sides are told by two events.
 */
public interface Posting extends DomainEvent {
    TransactionId transaction();

    /** The day on which it was entered in the books. */
    LocalDate bookingDate();

    /** The day from which it counts. */
    LocalDate valueDate();

    List<JournalLine> lines();
}
