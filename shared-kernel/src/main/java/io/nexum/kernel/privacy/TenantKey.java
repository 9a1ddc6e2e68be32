package io.nexum.kernel.privacy;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/** One version of the key of a tenant, which wraps the data keys of its customers. */
public final class TenantKey {
    private final TenantId tenant;
    private final int version;
    private final SecretKeySpec key;

    private TenantKey(TenantId tenant, int version, byte[] key) {
        this.tenant = tenant;
        this.version = version;
        this.key = Aes.key(key);
    }

    /** A new key as it is to be kept: wrapped. */
    public static Envelope make(TenantId tenant, int version, MasterKey master, RandomGenerator random) {
        return master.wrap(randomKey(random), bound(tenant, version));
    }

    public static TenantKey unwrap(TenantId tenant, int version, Envelope wrapped, MasterKey master) {
        return new TenantKey(tenant, version, master.unwrap(wrapped, bound(tenant, version)));
    }

    /** The same key, wrapped by the master key of now. */
    public static Envelope rewrap(TenantId tenant, int version, Envelope wrapped, MasterKey master) {
        String bound = bound(tenant, version);
        return master.wrap(master.unwrap(wrapped, bound), bound);
    }

    public int version() {
        return version;
    }

    /** A new data key as it is to be kept: wrapped. */
    public Envelope makeDataKey(StreamId subject, RandomGenerator random) {
        return KeyWrap.wrap(name(), key, randomKey(random), bound(subject), random);
    }

    public DataKey unwrap(StreamId subject, Envelope wrapped) {
        return new DataKey(tenant, subject, KeyWrap.unwrap(key, wrapped, bound(subject)));
    }

    /** A data key that another version wrapped, wrapped by this one. */
    public Envelope rewrap(StreamId subject, Envelope wrapped, TenantKey before, RandomGenerator random) {
        byte[] dataKey = KeyWrap.unwrap(before.key, wrapped, bound(subject));
        return KeyWrap.wrap(name(), key, dataKey, bound(subject), random);
    }

    /** What hashes of things to look up are made with. It is the first version's, so that they outlive a new key. */
    public LookupKey lookup() {
        return new LookupKey(Aes.derive(key, "nexum lookup"));
    }

    private String name() {
        return "t" + version;
    }

    private static String bound(TenantId tenant, int version) {
        return "tenant key\n" + tenant + "\n" + version;
    }

    private String bound(StreamId subject) {
        return "data key\n" + tenant + "\n" + subject;
    }

    private static byte[] randomKey(RandomGenerator random) {
        byte[] key = new byte[Aes.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
