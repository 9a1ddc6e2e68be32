package io.nexum.gateway.database;

import io.nexum.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the schema or the database of a tenant is called. */
final class PlaceName {
    private static final int HASH_BYTES = 8;

    private PlaceName() {}

    /**
     * The tenant's id after the prefix, with {@code _} for {@code -}, which no id holds. One that is too long ends in a
     * hash of the whole.
     *
     * @param longest in characters
     */
    static String of(String prefix, TenantId tenant, int longest) {
        String whole = prefix + tenant.value().replace('-', '_');
        if (whole.length() <= longest) {
            return whole;
        }
        String hash = HexFormat.of().formatHex(sha256(tenant.value()), 0, HASH_BYTES);
        return whole.substring(0, longest - hash.length() - 1) + "_" + hash;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
