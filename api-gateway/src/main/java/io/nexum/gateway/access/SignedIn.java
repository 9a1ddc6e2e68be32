package io.nexum.gateway.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request whose token was found good. */
public final class SignedIn extends AbstractAuthenticationToken {
    private final transient Identity identity;

    public SignedIn(Identity identity) {
        super(List.of());
        this.identity = identity;
        setAuthenticated(true);
    }

    @Override
    public Identity getPrincipal() {
        return identity;
    }

    /** The token has done its work. */
    @Override
    public String getCredentials() {
        return "";
    }
}
