package io.nexum.kernel.transaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one movement of money: both sides of a transfer carry the same one. */
public record TransactionId(@JsonValue UUID value) implements Comparable<TransactionId> {
    @JsonCreator
    public TransactionId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static TransactionId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new TransactionId(value);
    }

    @Override
    public int compareTo(TransactionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
