package io.nexum.kernel.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one of the bank's users. */
public record UserId(@JsonValue UUID value) implements Comparable<UserId> {
    @JsonCreator
    public UserId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static UserId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new UserId(value);
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
