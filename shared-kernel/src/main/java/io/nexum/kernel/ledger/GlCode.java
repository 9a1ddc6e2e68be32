package io.nexum.kernel.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The code of a general-ledger account, as in {@code 2010} or {@code 5040.marketing}. */
public record GlCode(@JsonValue String value) implements Comparable<GlCode> {
    private static final Pattern FORM = Pattern.compile("[0-9]{3,10}(\\.[a-z0-9_-]{1,30})?");

    /** @throws IllegalArgumentException if it isn't 3 to 10 digits with an optional part after a dot */
    @JsonCreator
    public GlCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a general-ledger code is 3 to 10 digits, optionally a dot and up to 30 of a-z, 0-9, '_', '-'");
        }
    }

    @Override
    public int compareTo(GlCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
