package io.nexum.gateway.user;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserCommand.CreateUser;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * @param password if it is left out, the answer tells a one-time password
 * @param roles ids or names
 * @param isActive whether the user may come in at once; yes if it is left out
 */
record CreateUserBody(
        String username,
        String email,
        String fullName,
        Set<RoleId> roles,
        Optional<String> password,
        Optional<String> branchId,
        Optional<Boolean> isActive,
        Optional<Map<String, Object>> metadata)
        implements Body {
    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_BRANCH_LENGTH = 64;
    private static final int MAX_ROLES = 50;
    private static final int MAX_PASSWORD_LENGTH = 1_024;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");

    static CreateUserBody read(Fields in) {
        if (!in.has("roles")) {
            in.wrong("roles", "is missing");
        }
        return new CreateUserBody(
                in.required("username", CreateUserBody::username),
                in.required("email", Forms::email),
                in.text("full_name", MAX_NAME_LENGTH),
                roles(in),
                in.optional("password", CreateUserBody::password),
                in.optionalText("branch_id", MAX_BRANCH_LENGTH),
                in.flag("is_active"),
                in.remarks("metadata"));
    }

    private static Set<RoleId> roles(Fields in) {
        Set<RoleId> roles = new TreeSet<>();
        for (String name : in.texts("roles", MAX_ROLES, RoleId.MAX_LENGTH)) {
            try {
                roles.add(RoleId.of(name));
            } catch (IllegalArgumentException e) {
                in.wrong("roles", "must name roles only, and " + name + " is none");
            }
        }
        return roles;
    }

    private static String username(String text) {
        if (!USERNAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 of the letters a to z, digits and . _ @ + -, a letter or digit first");
        }
        if (text.toLowerCase(Locale.ROOT).endsWith("@" + TenantId.DEFAULT)) {
            throw new IllegalArgumentException(
                    "must not end in @" + TenantId.DEFAULT + ", as the log names those who run the installation");
        }
        return text;
    }

    /** Taken as it is: blanks at the ends may belong to it. Whether it is sound is asked where passwords are kept. */
    private static String password(String text) {
        if (text.isEmpty() || text.length() > MAX_PASSWORD_LENGTH) {
            throw new IllegalArgumentException("must have 1 to " + MAX_PASSWORD_LENGTH + " characters");
        }
        return text;
    }

    CreateUser command(UserId id, Authority by) {
        return new CreateUser(
                id,
                username,
                new UserContact(Optional.of(email), fullName),
                branchId,
                roles,
                isActive.orElse(true),
                metadata.orElse(Map.of()),
                by);
    }

    @Override
    public String toString() {
        return "CreateUserBody[username=" + username + "]";
    }
}
