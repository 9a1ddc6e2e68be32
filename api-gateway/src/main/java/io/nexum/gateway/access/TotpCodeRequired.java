package io.nexum.gateway.access;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and a code of the second factor is wanted beside it. */
public final class TotpCodeRequired extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    public TotpCodeRequired(String detail) {
        super(detail);
    }
}
