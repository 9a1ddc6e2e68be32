package io.nexum.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The bank whose books these are: 1 to 63 lower-case letters, digits and hyphens, a letter first. It is the tenant's name
 * in the API, in tokens, in the log and in front of the domain.
 */
public record TenantId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** The bank that runs the installation, and the only one where there is a single one. */
    public static final TenantId DEFAULT = new TenantId("default");

    @JsonCreator
    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a tenant's id is 1 to 63 of a-z, 0-9 and '-', a letter first");
        }
    }

    /**
     * The id of the tenant with a code as in {@code ACME_BANK}.
     *
     * @throws IllegalArgumentException if no id can be made of it
     */
    public static TenantId ofCode(String code) {
        return new TenantId(code.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public String toString() {
        return value;
    }
}
