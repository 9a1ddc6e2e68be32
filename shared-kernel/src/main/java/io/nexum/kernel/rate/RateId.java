package io.nexum.kernel.rate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one quotation of an exchange rate. */
public record RateId(@JsonValue UUID value) implements Comparable<RateId> {
    @JsonCreator
    public RateId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static RateId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new RateId(value);
    }

    @Override
    public int compareTo(RateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
