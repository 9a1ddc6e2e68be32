package io.nexum.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.apikey.ApiKeySecrets.Secret;
import io.nexum.gateway.apikey.Keys.ApiKey;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.apikey.ApiKeyId;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTablesTest extends BankApiTest {
    private static int customers(ApiKeyText key) {
        return new Api(NexumServer.running().base(), key.text())
                .get("/customers")
                .status();
    }

    /** As a crash leaves it between the writing of a secret and the event that was to name it. */
    @Test
    void a_secret_that_the_log_does_not_name_counts_for_nothing() throws IOException {
        ApiKey key = Keys.create("\"view_customer\"");
        ApiKeyText known = ApiKeyText.fresh(TenantId.DEFAULT, ApiKeyId.of(key.id()));
        ApiKeyText unknown = ApiKeyText.fresh(TenantId.DEFAULT, new ApiKeyId(UUID.randomUUID()));
        try (Database database = NexumServer.running().database()) {
            ApiKeySecrets secrets = new ApiKeySecrets(database.stores());
            for (ApiKeyText text : List.of(known, unknown)) {
                secrets.add(text.tenant(), text.key(), new Secret(UUID.randomUUID(), text.hash()), Instant.now());
                assertThat(customers(text)).isEqualTo(401);
            }
        }
        assertThat(key.api().get("/customers").status()).isEqualTo(200);
    }

    @Test
    void a_rotation_removes_old_secrets_and_leaves_the_counting_and_the_young() throws IOException {
        ApiKey key = Keys.create("\"view_customer\"");
        ApiKeyId id = ApiKeyId.of(key.id());
        String hash = ApiKeyText.fresh(TenantId.DEFAULT, id).hash();
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        try (Database database = NexumServer.running().database()) {
            ApiKeySecrets secrets = new ApiKeySecrets(database.stores());
            secrets.add(TenantId.DEFAULT, id, new Secret(old, hash), Instant.parse("2020-01-01T00:00:00Z"));
            secrets.add(TenantId.DEFAULT, id, new Secret(young, hash), Instant.now());

            api().post("/api-keys/" + id + "/rotate", "{}");
            assertThat(secrets.of(TenantId.DEFAULT, id))
                    .extracting(Secret::id)
                    .contains(young)
                    .doesNotContain(old);

            api().send("DELETE", "/api-keys/" + id, "");
            assertThat(secrets.of(TenantId.DEFAULT, id)).isEmpty();
        }
    }

    @Test
    void when_a_key_was_used_last_is_written_later_and_never_goes_back() throws IOException, SQLException {
        ApiKeyId key = new ApiKeyId(UUID.randomUUID());
        ApiKeyId never = new ApiKeyId(UUID.randomUUID());
        Instant noon = Instant.parse("2026-03-10T12:00:00Z");
        try (Database database = NexumServer.running().database();
                ApiKeyUse here = new ApiKeyUse(database.stores());
                ApiKeyUse there = new ApiKeyUse(database.stores())) {
            here.note(TenantId.DEFAULT, key, noon.plusSeconds(59));
            assertThat(there.of(TenantId.DEFAULT, List.of(key))).isEmpty();

            here.write();
            assertThat(there.of(TenantId.DEFAULT, List.of(key, never))).isEqualTo(Map.of(key, noon));
            assertThat(there.of(new TenantId("another"), List.of(key))).isEmpty();

            there.note(TenantId.DEFAULT, key, noon.minusSeconds(600));
            there.write();
            assertThat(here.of(TenantId.DEFAULT, List.of(key))).isEqualTo(Map.of(key, noon));
        }
    }
}
