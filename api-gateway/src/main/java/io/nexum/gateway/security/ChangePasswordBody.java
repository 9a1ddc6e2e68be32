package io.nexum.gateway.security;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;

/** The password that counts and the one that is to count. */
record ChangePasswordBody(String oldPassword, String newPassword) implements Body {
    static ChangePasswordBody read(Fields in) {
        return new ChangePasswordBody(
                LoginBody.password(in, "old_password"), in.required("new_password", PasswordRules::sound));
    }

    @Override
    public String toString() {
        return "ChangePasswordBody";
    }
}
