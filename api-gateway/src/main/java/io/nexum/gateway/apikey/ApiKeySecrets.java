package io.nexum.gateway.apikey;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.store.Stores;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code api_key_secret}. A secret's hash is written before the event that makes it count, so there is no
 * moment when the log names a secret that isn't here; one that the log never named counts for nothing.
 */
final class ApiKeySecrets {
    private final Stores stores;

    ApiKeySecrets(Stores stores) {
        this.stores = stores;
    }

    /** @param hash in hexadecimal digits, as {@link ApiKeyText#hash} makes it */
    record Secret(UUID id, String hash) {
        private static Secret of(ResultSet row, int number) throws SQLException {
            return new Secret(
                    row.getObject("secret_id", UUID.class), HexFormat.of().formatHex(row.getBytes("secret_hash")));
        }

        /** Takes the same time whether the first digit is wrong or the last. */
        boolean is(String sent) {
            return MessageDigest.isEqual(
                    hash.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.US_ASCII));
        }

        /** Even a hash stays out of logs. */
        @Override
        public String toString() {
            return "Secret[" + id + "]";
        }
    }

    void add(TenantId tenant, ApiKeyId key, Secret secret, Instant at) {
        jdbc(tenant)
                .sql("""
                        INSERT INTO api_key_secret (tenant, key_id, secret_id, secret_hash, created_at)
                        VALUES (:tenant, :key, :secret, :hash, :at)
                        """)
                .param("tenant", tenant.value())
                .param("key", key.value())
                .param("secret", secret.id())
                .param("hash", HexFormat.of().parseHex(secret.hash()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Secret> of(TenantId tenant, ApiKeyId key) {
        return jdbc(tenant)
                .sql("""
                        SELECT secret_id, secret_hash FROM api_key_secret WHERE tenant = :tenant AND key_id = :key
                        """)
                .param("tenant", tenant.value())
                .param("key", key.value())
                .query(Secret::of)
                .list();
    }

    void remove(TenantId tenant, ApiKeyId key, UUID secret) {
        jdbc(tenant)
                .sql("DELETE FROM api_key_secret WHERE tenant = :tenant AND key_id = :key AND secret_id = :secret")
                .param("tenant", tenant.value())
                .param("key", key.value())
                .param("secret", secret)
                .update();
    }

    void removeAll(TenantId tenant, ApiKeyId key) {
        jdbc(tenant)
                .sql("DELETE FROM api_key_secret WHERE tenant = :tenant AND key_id = :key")
                .param("tenant", tenant.value())
                .param("key", key.value())
                .update();
    }

    /** Leaves those that count and those that are young: another rotation may be about to name them. */
    void removeOld(TenantId tenant, ApiKeyId key, List<UUID> counting, Instant before) {
        jdbc(tenant)
                .sql("""
                        DELETE FROM api_key_secret
                        WHERE tenant = :tenant AND key_id = :key AND secret_id NOT IN (:counting)
                            AND created_at < :before
                        """)
                .param("tenant", tenant.value())
                .param("key", key.value())
                .param("counting", counting)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient jdbc(TenantId tenant) {
        return JdbcClient.create(stores.of(tenant));
    }
}
