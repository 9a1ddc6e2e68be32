package io.nexum.gateway.security;

import io.nexum.kernel.TenantId;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;

/**
 * What a new password can be set with, once: {@code nxr_<tenant>_<secret>}. It names its tenant, for it is looked up
 * where nobody has logged in. It is told once and kept as a hash.
 */
record ResetToken(TenantId tenant, String text) {
    private static final int SECRET_BYTES = 32;
    private static final Base64StringKeyGenerator SECRETS =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), SECRET_BYTES);
    private static final Pattern FORM = Pattern.compile("nxr_([a-z][a-z0-9-]{0,62})_[\\w-]{43}");

    static ResetToken random(TenantId tenant) {
        return new ResetToken(tenant, "nxr_" + tenant + "_" + SECRETS.generateKey());
    }

    /** Empty if the text can be no token. */
    static Optional<ResetToken> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(new ResetToken(new TenantId(parts.group(1)), text)) : Optional.empty();
    }

    byte[] hash() {
        return DigestUtils.sha256(text);
    }

    @Override
    public String toString() {
        return "ResetToken[tenant=" + tenant + "]";
    }
}
