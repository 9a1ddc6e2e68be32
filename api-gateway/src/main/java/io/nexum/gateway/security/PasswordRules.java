package io.nexum.gateway.security;

import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.SentPassword;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Which passwords somebody may choose, after NIST SP 800-63B: long enough, not the user's own name and not one of the
 * commonest. What characters it is made of is nobody's business.
 */
final class PasswordRules {
    private static final Set<String> COMMONEST = commonest();

    private PasswordRules() {}

    /** A password that somebody may choose. */
    static final class Form implements Converter<String> {
        private static final Converter<String> SENT = new SentPassword();

        @Override
        public Optional<String> convert(JsonNode sent, ValidationErrors errors) {
            Optional<String> password = SENT.convert(sent, errors);
            Optional<String> wrong = password.flatMap(PasswordRules::wrong);
            return wrong.isPresent() ? errors.reject(wrong.get()) : password;
        }
    }

    /** What is wrong with a password, as in {@code must have 12 to 128 characters}. */
    private static Optional<String> wrong(String password) {
        if (password.length() < Settings.MIN_PASSWORD_LENGTH || password.length() > Settings.MAX_PASSWORD_LENGTH) {
            return Optional.of("must have " + Settings.MIN_PASSWORD_LENGTH + " to " + Settings.MAX_PASSWORD_LENGTH
                    + " characters");
        }
        return COMMONEST.contains(password.toLowerCase(Locale.ROOT))
                ? Optional.of("must not be one of the commonest passwords")
                : Optional.empty();
    }

    /**
     * A password of a certain user.
     *
     * @param field the request's field that holds it
     * @throws RefusedException naming the field
     */
    static String soundFor(String username, String field, String password) {
        Optional<String> wrong =
                password.equalsIgnoreCase(username) ? Optional.of("must not be the user name") : wrong(password);
        if (wrong.isPresent()) {
            throw new RefusedException(new InvalidValue(field, field + " " + wrong.get()));
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
