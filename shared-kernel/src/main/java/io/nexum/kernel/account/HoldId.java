package io.nexum.kernel.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one hold on an account. */
public record HoldId(@JsonValue UUID value) implements Comparable<HoldId> {
    @JsonCreator
    public HoldId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static HoldId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new HoldId(value);
    }

    @Override
    public int compareTo(HoldId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
