package io.nexum.kernel.privacy;

/** The key that wraps every tenant's. It may live in this process or in a key-management service. */
public interface MasterKey {
    /** Names the key that {@link #wrap} uses now, as envelopes name it. */
    String id();

    /** @param bound what the wrapped key belongs to; it can't be unwrapped as anything else */
    Envelope wrap(byte[] key, String bound);

    /**
     * @throws WrongKeyException if neither the key of now nor one that went before it wrapped this
     */
    byte[] unwrap(Envelope wrapped, String bound);
}
