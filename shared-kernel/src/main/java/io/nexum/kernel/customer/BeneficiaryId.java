package io.nexum.kernel.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one payee that a customer keeps. */
public record BeneficiaryId(@JsonValue UUID value) implements Comparable<BeneficiaryId> {
    @JsonCreator
    public BeneficiaryId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static BeneficiaryId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new BeneficiaryId(value);
    }

    @Override
    public int compareTo(BeneficiaryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
