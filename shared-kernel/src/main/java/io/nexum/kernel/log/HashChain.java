package io.nexum.kernel.log;

import io.nexum.kernel.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The SHA-256 chain over one tenant's log: change any byte of any row and every later hash is wrong.
 *
 * <p>{@code hash = SHA-256(version, previous hash, position, tenant, stream, sequence, type, recorded at, payload,
 * metadata)}. Each field is preceded by its length in bytes as four bytes, the highest first. The version is the one
 * byte 1; position, sequence and the time in microseconds since 1970 are eight bytes each, the highest first; texts are
 * UTF-8. The first row's previous hash is 32 zero bytes. docs/audit.md has the same in a few lines of Python.
 *
 * <p>Not safe for use by several threads; make one for each.
 */
public final class HashChain {
    public static final int HASH_LENGTH = 32;

    private static final byte[] VERSION = {1};
    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Integer.BYTES + Long.BYTES);
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

    public HashChain() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What the first row's hash is chained to. */
    public static byte[] genesis() {
        return new byte[HASH_LENGTH];
    }

    /** The hash of a row that follows the row with the {@code previous} hash. */
    public byte[] next(
            byte[] previous,
            long position,
            TenantId tenant,
            StreamId stream,
            long sequence,
            String type,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {
        field(VERSION);
        field(previous);
        field(position);
        field(tenant.value());
        field(stream.value());
        field(sequence);
        field(type);
        field(microseconds(recordedAt));
        field(payload);
        field(metadata);
        return digest.digest();
    }

    /** The hash that a stored row should have. */
    public byte[] next(byte[] previous, StoredEvent row) {
        return next(
                previous,
                row.position(),
                row.tenant(),
                row.stream(),
                row.sequence(),
                row.type(),
                row.recordedAt(),
                row.payload(),
                row.metadata());
    }

    public static long microseconds(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private void field(String text) {
        field(text.getBytes(StandardCharsets.UTF_8));
    }

    private void field(byte[] bytes) {
        digest.update(length.clear().putInt(bytes.length).array());
        digest.update(bytes);
    }

    private void field(long value) {
        digest.update(number.clear().putInt(Long.BYTES).putLong(value).array());
    }
}
