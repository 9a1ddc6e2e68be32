package io.nexum.kernel.loan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one loan. */
public record LoanId(@JsonValue UUID value) implements Comparable<LoanId> {
    @JsonCreator
    public LoanId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static LoanId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new LoanId(value);
    }

    @Override
    public int compareTo(LoanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
