package io.nexum.kernel.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one customer account. */
public record AccountId(@JsonValue UUID value) implements Comparable<AccountId> {
    @JsonCreator
    public AccountId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static AccountId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new AccountId(value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
