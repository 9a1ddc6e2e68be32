package io.nexum.gateway.security;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.settings.Settings;

/** The password that counts and the one that is to count. */
record ChangePasswordBody(String oldPassword, String newPassword) implements Body {
    static ChangePasswordBody read(Fields in) {
        return new ChangePasswordBody(
                LoginBody.password(in, "old_password"), in.required("new_password", ChangePasswordBody::strong));
    }

    private static String strong(String password) {
        if (password.length() < Settings.MIN_PASSWORD_LENGTH || password.length() > Settings.MAX_PASSWORD_LENGTH) {
            throw new IllegalArgumentException("must have " + Settings.MIN_PASSWORD_LENGTH + " to "
                    + Settings.MAX_PASSWORD_LENGTH + " characters");
        }
        return password;
    }

    @Override
    public String toString() {
        return "ChangePasswordBody";
    }
}
