package io.nexum.kernel.transaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one movement of money: both sides of a transfer carry the same one. */
public record TransactionId(@JsonValue UUID value) implements Comparable<TransactionId> {
    private static final int MADE_OF_A_NAME = 3;

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

    /**
     * Whether the id is made of what the transaction is for, as of all that the bank posts of itself: interest, the fees of
     * a product, the work of a day's close. What somebody asks for gets an id of its own.
     */
    public boolean followsFromItsCause() {
        return value.version() == MADE_OF_A_NAME;
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
