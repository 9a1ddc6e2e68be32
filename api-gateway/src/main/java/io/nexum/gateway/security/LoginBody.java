package io.nexum.gateway.security;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** @param tenantId the bank whose user wants to come in; absent: as the request says, else {@code default} */
record LoginBody(
        @Schema(example = "admin") String username,
        @Schema(example = "the administrator's password") String password,

        @Schema(
                description =
                        "the bank whose user this is; without it the one of the header or the domain, else `default`")
        Optional<TenantId> tenantId,

        @Schema(description = "the 6 digits that the app shows, for users with a second factor", example = "492039")
        Optional<String> totpCode,

        @Schema(description = "instead of the app's code; good once", example = "MZXW-6YTB-OI2D-S4TF")
        Optional<String> recoveryCode)
        implements Body {
    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_PASSWORD_LENGTH = 1_024;

    static LoginBody read(Fields in) {
        return new LoginBody(
                in.text("username", MAX_NAME_LENGTH),
                password(in, "password"),
                in.optional("tenant_id", TenantId::ofCode),
                in.optional("totp_code", TotpBodies::code),
                TotpBodies.recoveryCode(in));
    }

    /** Taken as it is: blanks at the ends may belong to it. */
    static String password(Fields in, String name) {
        return in.required(name, text -> {
            if (text.isEmpty() || text.length() > MAX_PASSWORD_LENGTH) {
                throw new IllegalArgumentException("must have 1 to " + MAX_PASSWORD_LENGTH + " characters");
            }
            PasswordRules.mustBeText(text);
            return text;
        });
    }

    @Override
    public String toString() {
        return "LoginBody[username=" + username + "]";
    }
}
