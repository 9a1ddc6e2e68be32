package io.nexum.gateway.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jwt.JWTParser;
import io.nexum.gateway.settings.OidcSettings;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.RefusedException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Tokens of the identity provider: signed by one of its keys with RS256 or ES256 and by nothing else, for this program,
 * and within their time.
 */
final class ProviderTokens implements JwtDecoder {
    /** By how much the clocks here and there may differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final String issuer;
    private final ProviderKeys keys;
    private final NimbusJwtDecoder decoder;

    ProviderTokens(OidcSettings settings, ProviderKeys keys, Clock clock) {
        this.issuer = settings.issuer();
        this.keys = keys;
        this.decoder = NimbusJwtDecoder.withJwkSource(keys.remembered())
                .jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience()))));
    }

    /** No signature is needed to ask this: it says only who has to check the token. */
    boolean claims(String token) {
        try {
            return issuer.equals(JWTParser.parse(token).getJWTClaimsSet().getIssuer());
        } catch (ParseException e) {
            return false;
        }
    }

    /** Whether a checked token is of the provider. */
    boolean issued(Jwt token) {
        return issuer.equals(token.getClaimAsString(JwtClaimNames.ISS));
    }

    /**
     * @throws BadJwtException if the token doesn't count
     * @throws RefusedException if that can't be told, because the provider's keys can't be had
     */
    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            if (keys.reached() && isFetchedTooOften(e)) {
                throw new BadJwtException("no key that is known signed the token", e);
            }
            throw new RefusedException(new IdentityProviderUnavailable());
        }
    }

    private static boolean isFetchedTooOften(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody may come in can't be told right now. */
    record IdentityProviderUnavailable() implements Refusal {
        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public String detail() {
            return "the identity provider can't be reached right now, so its token can't be checked; try again shortly";
        }
    }
}
