package io.nexum.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The bank whose books these are: 1 to 63 lower-case letters, digits and hyphens, a letter first. */
public record TenantId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** The one bank of an installation that serves a single one. */
    public static final TenantId DEFAULT = new TenantId("default");

    @JsonCreator
    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a tenant's id is 1 to 63 of a-z, 0-9 and '-', a letter first");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
