package io.nexum.gateway.user;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.EmailAddress;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.SentPassword;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.request.WrongValue;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserCommand.CreateUser;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserId;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * @param password if it is left out, the answer tells a one-time password
 * @param roles ids or names
 * @param isActive whether the user may come in at once; yes if it is left out
 */
record CreateUserBody(
        @ConvertedBy(Username.class) @Size(max = 64) String username,
        @EmailAddress String email,
        @Size(max = 200) String fullName,
        @Size(max = 50) Set<RoleId> roles,
        @ConvertedBy(SentPassword.class) Optional<String> password,
        Optional<@Size(max = 64) String> branchId,
        @Default("true") boolean isActive,
        Optional<Map<String, Object>> metadata)
        implements Request {
    /** A name to log in by, which the log can tell from that of others. */
    static final class Username implements Converter<String> {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");
        private static final Converter<String> NAME = Converters.text(Username::parse);

        private static String parse(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new WrongValue(
                        "must be 1 to 64 of the letters a to z, digits and . _ @ + -, a letter or digit first");
            }
            if (text.toLowerCase(Locale.ROOT).endsWith("@" + TenantId.DEFAULT)) {
                throw new WrongValue(
                        "must not end in @" + TenantId.DEFAULT + ", as the log names those who run the installation");
            }
            return text;
        }

        @Override
        public Optional<String> convert(JsonNode sent, ValidationErrors errors) {
            return NAME.convert(sent, errors);
        }
    }

    CreateUser command(UserId id, Authority by) {
        return new CreateUser(
                id,
                username,
                new UserContact(Optional.of(email), fullName),
                branchId,
                roles,
                isActive,
                metadata.orElse(Map.of()),
                by);
    }

    @Override
    public String toString() {
        return "CreateUserBody[username=" + username + "]";
    }
}
