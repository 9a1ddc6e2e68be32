package io.nexum.kernel.apikey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one of the bank's API keys. It is no secret: it stands in the key's text, in lists and in the log. */
public record ApiKeyId(@JsonValue UUID value) {
    @JsonCreator
    public ApiKeyId {}

    /** @throws IllegalArgumentException if the text is no UUID in its canonical form */
    public static ApiKeyId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID");
        }
        return new ApiKeyId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
