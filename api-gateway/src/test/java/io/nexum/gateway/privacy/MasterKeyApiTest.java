package io.nexum.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.DatabaseUnusable;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator changes the master key as docs/privacy.md says. */
class MasterKeyApiTest {
    private static final String OLD = key();
    private static final String NEW = key();

    private final NexumServer server = NexumServer.running();
    private final String database = "keys_" + UUID.randomUUID().toString().replace("-", "");

    private static String key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @BeforeEach
    void make_the_database() throws IOException {
        server.execute("CREATE DATABASE " + database);
    }

    private Settings with(Map<String, String> keys) throws IOException {
        return server.settingsOfAnother(keys, database);
    }

    private static Api admin(Nexum bank) {
        Answer login = new Api(bank.base(), "").post("/auth/login", """
                {"username": "admin", "password": "%s"}
                """.formatted(NexumServer.PASSWORD));
        return new Api(bank.base(), login.at("access_token"));
    }

    @Test
    void the_master_key_is_changed_while_the_bank_serves_and_the_old_one_is_then_taken_away() throws IOException {
        String customer;
        String oldName;
        try (Nexum bank = Nexum.start(with(Map.of("NEXUM_MASTER_KEY", OLD)))) {
            customer = admin(bank).post("/customers", """
                    {"first_name": "Alice", "last_name": "Johnson", "email": "alice@example.com"}
                    """).at("customer_id");
            oldName = admin(bank).get("/admin/encryption/status").at("master_keys/0");
            assertThat(oldName).isNotEmpty();
        }
        assertThatThrownBy(() -> Nexum.start(with(Map.of("NEXUM_MASTER_KEY", NEW))))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("NEXUM_MASTER_KEY_PREVIOUS");
        Map<String, String> both = Map.of("NEXUM_MASTER_KEY", NEW, "NEXUM_MASTER_KEY_PREVIOUS", OLD);
        try (Nexum bank = Nexum.start(with(both))) {
            Api admin = admin(bank);
            assertThat(admin.get("/customers/" + customer).at("first_name")).isEqualTo("Alice");

            Answer started = admin.post("/admin/encryption/rotate-key", "{\"scope\": \"master\"}");

            assertThat(started.status()).as(started.text()).isEqualTo(202);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                Answer status = admin.get("/admin/encryption/status");
                assertThat(status.json().path("rotations_under_way")).isEmpty();
                assertThat(status.json().path("master_keys")).hasSize(1);
                assertThat(status.at("master_keys/0")).isNotEqualTo(oldName);
            });
        }
        try (Nexum bank = Nexum.start(with(Map.of("NEXUM_MASTER_KEY", NEW)))) {
            assertThat(admin(bank).get("/customers/" + customer).at("first_name"))
                    .isEqualTo("Alice");
        }
    }
}
