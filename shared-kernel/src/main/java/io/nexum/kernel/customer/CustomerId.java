package io.nexum.kernel.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one customer of the bank. */
public record CustomerId(@JsonValue UUID value) implements Comparable<CustomerId> {
    @JsonCreator
    public CustomerId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static CustomerId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new CustomerId(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
