package io.nexum.kernel.product;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one product of the bank. */
public record ProductId(@JsonValue UUID value) implements Comparable<ProductId> {
    @JsonCreator
    public ProductId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static ProductId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new ProductId(value);
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
