package io.nexum.gateway.apikey;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.apikey.ApiKeyId;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;

/**
 * A key as it is told to its machine and comes back from it: {@code nxk_<tenant>_<key id>_<secret>}. Tenant and id are in
 * clear, so that it is known whose it is before anything is looked up; neither can hold a {@code _}.
 */
record ApiKeyText(TenantId tenant, ApiKeyId key, String secret) {
    static final String START = "nxk_";

    private static final int MAX_LENGTH = 200;
    private static final int SECRET_BYTES = 32;
    private static final Base64StringKeyGenerator SECRETS =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), SECRET_BYTES);

    static ApiKeyText fresh(TenantId tenant, ApiKeyId key) {
        return new ApiKeyText(tenant, key, SECRETS.generateKey());
    }

    /** Empty if it can't be a key. */
    static Optional<ApiKeyText> parse(String text) {
        String[] parts = text.split("_", 4);
        if (text.length() > MAX_LENGTH || !text.startsWith(START) || parts.length < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ApiKeyText(new TenantId(parts[1]), ApiKeyId.of(parts[2]), parts[3]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The whole of it. Told once. */
    String text() {
        return START + tenant + "_" + key + "_" + secret;
    }

    /**
     * What is kept of it. The secret is 256 random bits, which nobody finds by trying; a slow hash, as passwords need,
     * would only make each request slow. It covers tenant and id, so it is good for no other key.
     */
    String hash() {
        return DigestUtils.sha256Hex(text());
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "ApiKeyText[" + key + " of " + tenant + "]";
    }
}
