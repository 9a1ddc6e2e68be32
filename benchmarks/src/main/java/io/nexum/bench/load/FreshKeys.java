package io.nexum.bench.load;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Idempotency keys that were never used before: a random beginning for each source, then a number. */
public final class FreshKeys {
    public static final int LENGTH = 32;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS_OF_A_LONG = 16;

    private final byte[] key = new byte[LENGTH];
    private long next;

    public FreshKeys() {
        writeHex(new SecureRandom().nextLong(), 0);
    }

    /** The next key, in an array that the one after it will be written to. */
    public byte[] next() {
        writeHex(next++, DIGITS_OF_A_LONG);
        return key;
    }

    private void writeHex(long number, int offset) {
        for (int digit = 0; digit < DIGITS_OF_A_LONG; digit++) {
            key[offset + digit] = HEX[(int) (number >>> (60 - 4 * digit)) & 0xf];
        }
    }
}
