package io.nexum.gateway.security;

import io.nexum.gateway.access.SignedIn;
import java.util.Optional;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Has each token checked by whoever issues such tokens: this program, or the identity provider if there is one. */
final class BearerTokens implements JwtDecoder, Converter<Jwt, SignedIn> {
    private final Tokens own;
    private final SignedInUsers ownUsers;
    private final Optional<OutsideProvider> provider;

    BearerTokens(Tokens own, SignedInUsers ownUsers, Optional<OutsideProvider> provider) {
        this.own = own;
        this.ownUsers = ownUsers;
        this.provider = provider;
    }

    /** The identity provider that the settings name. */
    record OutsideProvider(ProviderTokens tokens, ProviderUsers users) {}

    @Override
    public Jwt decode(String token) {
        return provider.filter(other -> other.tokens().claims(token))
                .<JwtDecoder>map(OutsideProvider::tokens)
                .orElse(own)
                .decode(token);
    }

    @Override
    public SignedIn convert(Jwt token) {
        return provider.filter(other -> other.tokens().issued(token))
                .<Converter<Jwt, SignedIn>>map(OutsideProvider::users)
                .orElse(ownUsers)
                .convert(token);
    }
}
