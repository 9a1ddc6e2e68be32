package io.nexum.gateway.security;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.SentPassword;

/** The password that counts and the one that is to count. */
record ChangePasswordBody(
        @ConvertedBy(SentPassword.class) String oldPassword,
        @ConvertedBy(PasswordRules.Form.class) String newPassword) implements Request {
    @Override
    public String toString() {
        return "ChangePasswordBody";
    }
}
