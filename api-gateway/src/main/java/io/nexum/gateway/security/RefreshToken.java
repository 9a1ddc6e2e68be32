package io.nexum.gateway.security;

import io.nexum.kernel.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * What is good for new tokens: {@code tenant.session.seal.secret}. The first two say where the session is looked for.
 * The seal is the same for the whole session and nobody can make it: a token without it was never one, so it ends
 * nothing. The secret is good once.
 */
record RefreshToken(TenantId tenant, UUID session, String seal, String secret) {
    private static final int PARTS = 4;

    /** Empty for what has not the form of such a token. */
    static Optional<RefreshToken> parse(String text) {
        String[] parts = text.split("\\.", PARTS);
        try {
            return parts.length < PARTS
                    ? Optional.empty()
                    : Optional.of(
                            new RefreshToken(new TenantId(parts[0]), UUID.fromString(parts[1]), parts[2], parts[3]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return tenant + "." + session + "." + seal + "." + secret;
    }

    @Override
    public String toString() {
        return "RefreshToken[session=" + session + "]";
    }
}
