package io.nexum.kernel.privacy;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/** A master key held by this process, and the one before it while keys are wrapped anew. */
public final class LocalMasterKey implements MasterKey {
    private final String id;
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final RandomGenerator random;

    /**
     * @param key 32 bytes
     * @param previous what earlier wrapped keys may still need
     * @param random for nonces; must be unpredictable
     * @throws IllegalArgumentException if a key is not 32 bytes long
     */
    public LocalMasterKey(byte[] key, Optional<byte[]> previous, RandomGenerator random) {
        this.id = idOf(key);
        this.random = random;
        previous.ifPresent(before -> keys.put(idOf(before), Aes.key(before)));
        keys.put(id, Aes.key(key));
    }

    /** Tells a key from another without telling the key. */
    private static String idOf(byte[] key) {
        return "m" + HexFormat.of().formatHex(Aes.hmac(Aes.key(key), "nexum master key id"), 0, 4);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Envelope wrap(byte[] key, String bound) {
        return KeyWrap.wrap(id, keyNamed(id), key, bound, random);
    }

    @Override
    public byte[] unwrap(Envelope wrapped, String bound) {
        return KeyWrap.unwrap(keyNamed(wrapped.key()), wrapped, bound);
    }

    private SecretKeySpec keyNamed(String name) {
        SecretKeySpec key = keys.get(name);
        if (key == null) {
            throw new WrongKeyException("the tenants' keys are wrapped by the master key " + name
                    + ", which is not the one that was given (" + id + ")");
        }
        return key;
    }
}
