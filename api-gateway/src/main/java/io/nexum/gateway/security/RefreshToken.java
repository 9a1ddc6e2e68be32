package io.nexum.gateway.security;

import io.nexum.kernel.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * What is good for new tokens: {@code tenant.session.secret}. The first two say where the session is looked for; the
 * secret is what proves anything.
 */
record RefreshToken(TenantId tenant, UUID session, String secret) {
    private static final int PARTS = 3;

    /** Empty for what is no such token. */
    static Optional<RefreshToken> parse(String text) {
        String[] parts = text.split("\\.", PARTS);
        try {
            return parts.length < PARTS
                    ? Optional.empty()
                    : Optional.of(new RefreshToken(new TenantId(parts[0]), UUID.fromString(parts[1]), parts[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return tenant + "." + session + "." + secret;
    }

    @Override
    public String toString() {
        return "RefreshToken[session=" + session + "]";
    }
}
