package io.nexum.gateway.database;

import io.nexum.kernel.TenantId;
import org.apache.commons.codec.digest.DigestUtils;

/** What the schema or the database of a tenant is called. */
final class PlaceName {
    private static final int HASH_DIGITS = 16;

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
        String hash = DigestUtils.sha256Hex(tenant.value()).substring(0, HASH_DIGITS);
        return whole.substring(0, longest - hash.length() - 1) + "_" + hash;
    }
}
