package io.nexum.gateway.access;

import org.springframework.security.access.AccessDeniedException;

/** Refuses who came in with a one-time password and has not chosen a password yet. */
public final class PasswordChangeRequired extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    PasswordChangeRequired() {
        super("the one-time password must be changed first, by POST /rbac/auth/change-password");
    }
}
