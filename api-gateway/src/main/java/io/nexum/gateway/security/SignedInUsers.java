package io.nexum.gateway.security;

import io.nexum.gateway.access.Grants;
import io.nexum.gateway.access.SignedIn;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.security.Sessions.Standing;
import io.nexum.kernel.TenantId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** Makes of an access token that counts the user who sent it. */
final class SignedInUsers implements Converter<Jwt, SignedIn> {
    private final Sessions sessions;
    private final Grants grants;

    SignedInUsers(Sessions sessions, Grants grants) {
        this.sessions = sessions;
        this.grants = grants;
    }

    @Override
    public SignedIn convert(Jwt token) {
        TenantId tenant = new TenantId(claim(token, Tokens.TENANT_CLAIM));
        UUID user = UUID.fromString(claim(token, Tokens.USER_CLAIM));
        UUID session = UUID.fromString(claim(token, Tokens.SESSION_CLAIM));
        return new SignedIn(new UserIdentity(
                tenant,
                user,
                claim(token, JwtClaimNames.SUB),
                session,
                grants.of(tenant, user),
                sessions.standing(tenant, session) == Standing.PASSWORD_CHANGE_REQUIRED));
    }

    private static String claim(Jwt token, String name) {
        return Objects.requireNonNull(token.getClaimAsString(name));
    }
}
