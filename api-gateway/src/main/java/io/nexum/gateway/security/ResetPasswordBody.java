package io.nexum.gateway.security;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;

/** The token that an administrator had made, and the password that is to count. */
record ResetPasswordBody(String token, String newPassword) implements Body {
    private static final int MAX_LENGTH = 200;

    static ResetPasswordBody read(Fields in) {
        return new ResetPasswordBody(in.text("token", MAX_LENGTH), in.required("new_password", PasswordRules::sound));
    }

    @Override
    public String toString() {
        return "ResetPasswordBody";
    }
}
