package io.nexum.command.ledger;

import io.nexum.command.EntityType;

/** Whether a manual journal entry was posted; that is all that can happen to it. */
record JournalEntryState(boolean posted) {
    static final EntityType<JournalEntryState> TYPE = new EntityType<>(
            "journal_entry",
            new JournalEntryState(false),
            JournalEntryState.class,
            "1",
            (before, event) -> new JournalEntryState(true));
}
