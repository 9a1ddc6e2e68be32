package io.nexum.command;

import io.nexum.command.store.key.KeyStore;
import io.nexum.kernel.privacy.LocalMasterKey;
import io.nexum.kernel.store.Stores;
import java.security.SecureRandom;
import java.util.Optional;

/** The keys of a bank in tests: every process of it has the same master key. */
public final class TestKeys {
    private static final byte[] MASTER = new byte[32];

    private TestKeys() {}

    public static KeyStore of(Stores stores) {
        SecureRandom random = new SecureRandom();
        return new KeyStore(stores, new LocalMasterKey(MASTER, Optional.empty(), random), random);
    }
}
