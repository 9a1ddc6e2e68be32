package io.nexum.gateway.security;

import io.nexum.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells tokens of sessions that were opened here from made-up ones, without a look at the database. */
final class SessionSeal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret the same on every node */
    SessionSeal(String secret) {
        this.key = new SecretKeySpec(("refresh tokens " + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String of(TenantId tenant, UUID session) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] seal = mac.doFinal((tenant + "." + session).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    boolean isOn(RefreshToken token) {
        return MessageDigest.isEqual(
                of(token.tenant(), token.session()).getBytes(StandardCharsets.UTF_8),
                token.seal().getBytes(StandardCharsets.UTF_8));
    }
}
