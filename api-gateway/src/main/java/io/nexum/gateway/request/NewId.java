package io.nexum.gateway.request;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids for what a request brings into being: UUIDs of version 7 (RFC 9562), whose first 48 bits are the time. Rows with
 * such keys are added at the end of an index, not all over it.
 */
public final class NewId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int RANDOM_BITS_BESIDE_TIME = 0x0fff;

    private NewId() {}

    public static UUID next() {
        long first = RANDOM.nextLong();
        long second = RANDOM.nextLong();
        return new UUID(
                (System.currentTimeMillis() << 16) | VERSION_7 | (first & RANDOM_BITS_BESIDE_TIME),
                VARIANT | (second >>> 2));
    }
}
