package io.nexum.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.gateway.security.Sessions.Session;
import io.nexum.gateway.security.Sessions.Standing;
import io.nexum.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Access tokens: JWTs signed with HMAC-SHA-256. A token that was verified once is remembered, for its signature stays
 * right; its expiry and its session are looked at each time.
 */
final class Tokens implements JwtDecoder {
    static final String SESSION_CLAIM = "sid";
    static final String USER_CLAIM = "uid";
    static final String TENANT_CLAIM = "tenant";

    private static final String ISSUER = "nexum";
    private static final int TOKENS_CACHED = 20_000;

    private final NimbusJwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Sessions sessions;
    private final Duration lifetime;
    private final Clock clock;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(TOKENS_CACHED).build();

    Tokens(String secret, Sessions sessions, Duration lifetime, Clock clock) {
        SecretKey key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success()); // see counts(), asked at every use
        this.sessions = sessions;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    String issue(Session session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(session.username())
                .claim(SESSION_CLAIM, session.id().toString())
                .claim(USER_CLAIM, session.userId().toString())
                .claim(TENANT_CLAIM, session.tenant().value())
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        Jwt jwt = known == null ? decoder.decode(token) : known;
        if (!counts(jwt)) {
            verified.invalidate(token);
            throw new BadJwtException("the token has expired or its session has ended");
        }
        if (known == null) {
            verified.put(token, jwt);
        }
        return jwt;
    }

    private boolean counts(Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        return expiry != null
                && clock.instant().isBefore(expiry)
                && ISSUER.equals(jwt.getClaimAsString("iss"))
                && jwt.getSubject() != null
                && jwt.getClaimAsString(USER_CLAIM) != null
                && isLive(jwt.getClaimAsString(TENANT_CLAIM), jwt.getClaimAsString(SESSION_CLAIM));
    }

    private boolean isLive(@Nullable String tenant, @Nullable String session) {
        try {
            return tenant != null
                    && session != null
                    && sessions.standing(new TenantId(tenant), UUID.fromString(session)) != Standing.ENDED;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
