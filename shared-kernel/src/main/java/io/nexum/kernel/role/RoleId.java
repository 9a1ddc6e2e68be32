package io.nexum.kernel.role;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one role of a bank: its name in small letters, with {@code _} between the words, as in {@code branch_manager}.
 * So two roles whose names differ in capitals or blanks only can't both be.
 */
public record RoleId(@JsonValue String value) implements Comparable<RoleId> {
    public static final int MAX_LENGTH = 64;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

    /** @throws IllegalArgumentException if it is not of that form */
    @JsonCreator
    public RoleId {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a role's name is 1 to " + MAX_LENGTH
                    + " letters and digits, with single blanks, hyphens or underscores between them");
        }
    }

    /**
     * The role that has a name, or an id.
     *
     * @throws IllegalArgumentException if no role can have that name
     */
    public static RoleId of(String name) {
        return new RoleId(name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
    }

    @Override
    public int compareTo(RoleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
