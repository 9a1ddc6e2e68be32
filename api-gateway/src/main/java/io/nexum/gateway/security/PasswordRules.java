package io.nexum.gateway.security;

import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords somebody may choose, after NIST SP 800-63B: long enough, not the user's own name and not one of the
 * commonest. What characters it is made of is nobody's business.
 */
final class PasswordRules {
    private static final Set<String> COMMONEST = commonest();

    private PasswordRules() {}

    /** JSON can say half of a character. It has no bytes, and so no hash. */
    static void mustBeText(String password) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(password)) {
            throw new IllegalArgumentException("must not hold half a character");
        }
    }

    /** @throws IllegalArgumentException saying what would be right */
    static String sound(String password) {
        if (password.length() < Settings.MIN_PASSWORD_LENGTH || password.length() > Settings.MAX_PASSWORD_LENGTH) {
            throw new IllegalArgumentException("must have " + Settings.MIN_PASSWORD_LENGTH + " to "
                    + Settings.MAX_PASSWORD_LENGTH + " characters");
        }
        mustBeText(password);
        if (COMMONEST.contains(password.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("must not be one of the commonest passwords");
        }
        return password;
    }

    /**
     * As {@link #sound}, of a certain user.
     *
     * @param field the request's field that holds it
     * @throws RefusedException naming the field
     */
    static String soundFor(String username, String field, String password) {
        try {
            sound(password);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new InvalidValue(field, field + " " + e.getMessage()));
        }
        if (password.equalsIgnoreCase(username)) {
            throw new RefusedException(new InvalidValue(field, field + " must not be the user name"));
        }
        return password;
    }

    private static Set<String> commonest() {
        try (InputStream list =
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/security/common-passwords.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
