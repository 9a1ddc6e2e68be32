package io.nexum.kernel.privacy;

import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/** A key encrypted by another. */
final class KeyWrap {
    private KeyWrap() {}

    static Envelope wrap(String name, SecretKeySpec by, byte[] key, String bound, RandomGenerator random) {
        byte[] nonce = new byte[Aes.NONCE_BYTES];
        random.nextBytes(nonce);
        return new Envelope(name, nonce, Aes.encrypt(by, nonce, bound, key));
    }

    static byte[] unwrap(SecretKeySpec by, Envelope wrapped, String bound) {
        return Aes.decrypt(by, wrapped.nonce(), bound, wrapped.ciphertext());
    }
}
