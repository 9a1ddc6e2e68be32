package io.nexum.gateway.security;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Request;
import jakarta.validation.constraints.Size;

/** The token that an administrator had made, and the password that is to count. */
record ResetPasswordBody(
        @Size(max = 200) String token,
        @ConvertedBy(PasswordRules.Form.class) String newPassword) implements Request {
    @Override
    public String toString() {
        return "ResetPasswordBody";
    }
}
