package io.nexum.kernel.privacy;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/** Hashes what is looked up by its exact value, so that nobody without the key can try values. */
public final class LookupKey {
    private final SecretKeySpec key;

    LookupKey(SecretKeySpec key) {
        this.key = key;
    }

    /** @param kind as in {@code email}: the same value of another kind has another hash */
    public String hash(String kind, String value) {
        return HexFormat.of().formatHex(Aes.hmac(key, kind + "\n" + value));
    }
}
