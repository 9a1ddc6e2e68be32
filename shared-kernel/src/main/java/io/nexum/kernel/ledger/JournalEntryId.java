package io.nexum.kernel.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one manual journal entry. */
public record JournalEntryId(@JsonValue UUID value) implements Comparable<JournalEntryId> {
    @JsonCreator
    public JournalEntryId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static JournalEntryId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new JournalEntryId(value);
    }

    @Override
    public int compareTo(JournalEntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
