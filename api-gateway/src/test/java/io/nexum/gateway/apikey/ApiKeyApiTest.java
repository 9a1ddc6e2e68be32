package io.nexum.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.apikey.Keys.ApiKey;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiKeyApiTest extends BankApiTest {
    private static final Api NOBODY = new Api(NexumServer.running().base(), "");

    private static Answer rotate(ApiKey key, String body) {
        return api().post("/api-keys/" + key.id() + "/rotate", body);
    }

    private static int customers(ApiKey key) {
        return key.api().get("/customers").status();
    }

    @Test
    void a_key_is_told_once_and_lets_its_machine_in() {
        ApiKey key = Keys.create("\"view_customer\"");

        assertThat(key.text()).startsWith("nxk_default_" + key.id() + "_");
        assertThat(customers(key)).isEqualTo(200);
        Answer shown = api().get("/api-keys/" + key.id());
        assertThat(shown.at("key_name")).isEqualTo("Payroll");
        assertThat(shown.at("permissions/0")).isEqualTo("view_customer");
        assertThat(shown.at("created_by")).isEqualTo("admin");
        assertThat(shown.json().get("is_active").asBoolean()).isTrue();
        assertThat(shown.json().has("api_key")).isFalse();
        Answer list = api().get("/api-keys?limit=1");
        assertThat(list.at("api_keys/0/key_id")).isEqualTo(key.id());
        assertThat(list.text()).doesNotContain(key.text());
    }

    @Test
    void a_key_is_taken_from_each_of_the_headers_but_not_beside_another_proof() {
        ApiKey key = Keys.create("\"view_customer\"");

        assertThat(NOBODY.get("/customers", "X-API-Key", key.text()).status()).isEqualTo(200);
        assertThat(NOBODY.get("/customers", "Authorization", "ApiKey " + key.text())
                        .status())
                .isEqualTo(200);
        assertThat(NOBODY.get("/customers", "Authorization", "bearer " + key.text())
                        .status())
                .isEqualTo(200);
        assertThat(api().get("/customers", "X-API-Key", key.text()).status()).isEqualTo(401);
        assertThat(key.api().get("/customers", "X-API-Key", key.text()).status())
                .isEqualTo(401);
    }

    @Test
    void flowlets_clients_make_a_key_as_they_are_used_to() {
        Answer made = api().post("/api/v1/security/api-keys/create", """
                {"key_name": "My Application", "permissions": ["read", "write"], "rate_limit": 1000}
                """);

        ApiKey key = Keys.of(made);
        assertThat(made.at("rate_limit")).isEqualTo("1000");
        assertThat(made.text()).contains("view_account", "create_transaction").doesNotContain("manage_");
        assertThat(customers(key)).isEqualTo(200);
        assertThat(api().get("/api/v1/security/api-keys/" + key.id()).at("key_id"))
                .isEqualTo(key.id());
    }

    @Test
    void a_new_secret_replaces_the_old_one_at_once() {
        ApiKey old = Keys.create("\"view_customer\"");
        assertThat(customers(old)).isEqualTo(200);

        Answer rotated = rotate(old, "{}");

        ApiKey fresh = Keys.of(rotated);
        assertThat(fresh.id()).isEqualTo(old.id());
        assertThat(rotated.json().has("previous_counts_until")).isFalse();
        assertThat(customers(old)).isEqualTo(401);
        assertThat(customers(fresh)).isEqualTo(200);
    }

    @Test
    void the_old_secret_counts_beside_the_new_one_as_long_as_is_asked_but_only_the_last_one() {
        ApiKey first = Keys.create("\"view_customer\"");

        Answer rotated = rotate(first, "{\"overlap_minutes\": 60}");
        ApiKey second = Keys.of(rotated);
        assertThat(rotated.at("previous_counts_until")).isNotEmpty();
        assertThat(customers(first)).isEqualTo(200);
        assertThat(customers(second)).isEqualTo(200);

        ApiKey third = Keys.of(rotate(first, "{\"overlap_minutes\": 60}"));
        assertThat(customers(first)).isEqualTo(401);
        assertThat(customers(second)).isEqualTo(200);
        assertThat(customers(third)).isEqualTo(200);
    }

    @Test
    void a_revoked_key_is_out_at_once_and_for_good() {
        ApiKey key = Keys.create("\"view_customer\"");
        assertThat(customers(key)).isEqualTo(200);

        Answer revoked = api().send("DELETE", "/api-keys/" + key.id(), "");

        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        assertThat(revoked.json().get("is_active").asBoolean()).isFalse();
        assertThat(customers(key)).isEqualTo(401);
        assertThat(rotate(key, "{}").at("type")).endsWith(":api-key-is-revoked");
        assertThat(api().post("/api-keys/" + key.id() + "/revoke", "").status()).isEqualTo(200);
        assertThat(api().send("DELETE", "/api-keys/" + UUID.randomUUID(), "").status())
                .isEqualTo(404);
    }

    @Test
    void another_node_hears_of_a_rotation_and_a_revocation_within_seconds() throws IOException {
        ApiKey old = Keys.create("\"view_customer\"");
        try (Nexum other = NexumServer.running().another(Map.of())) {
            Api oldThere = new Api(other.base(), old.text());
            assertThat(oldThere.get("/customers").status()).isEqualTo(200);

            ApiKey fresh = Keys.of(rotate(old, "{}"));
            Api freshThere = new Api(other.base(), fresh.text());
            assertThat(freshThere.get("/customers").status()).isEqualTo(200);
            await().until(() -> oldThere.get("/customers").status() == 401);

            api().send("DELETE", "/api-keys/" + old.id(), "");
            await().until(() -> freshThere.get("/customers").status() == 401);
        }
    }

    @Test
    void a_wrong_key_is_refused_in_the_same_words_whatever_is_wrong_with_it() {
        ApiKey key = Keys.create("\"view_customer\"");
        ApiKey revoked = Keys.create("\"view_customer\"");
        api().send("DELETE", "/api-keys/" + revoked.id(), "");
        ApiKey elsewhere = Keys.create(api(), "\"view_customer\"", ", \"allowed_addresses\": [\"203.0.113.0/24\"]");
        String secret = key.text().substring(key.text().indexOf(key.id()) + 37);

        for (String wrong : new String[] {
            "nxk_",
            "nxk_default",
            "nxk_default_" + key.id() + "_",
            "nxk_default_" + key.id() + "_" + secret.substring(1),
            "nxk_default_" + UUID.randomUUID() + "_" + secret,
            "nxk_no-such-bank_" + key.id() + "_" + secret,
            "nxk_Not A Bank_" + key.id() + "_" + secret,
            "nxk_default_" + key.id() + "_" + "A".repeat(5_000),
            key.text() + "A",
            revoked.text(),
            elsewhere.text()
        }) {
            Answer refused = NOBODY.get("/customers", "X-API-Key", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(401);
            assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:unauthorized");
            assertThat(refused.at("detail")).isEqualTo("the API key is not valid here");
            assertThat(refused.header("WWW-Authenticate")).isPresent();
        }
        assertThat(customers(key)).isEqualTo(200);
    }

    @Test
    void what_can_t_be_right_is_named_by_each_field_and_nothing_is_written() {
        long before = head();

        Answer refused = api().post("/api-keys", """
                {"key_name": "", "permissions": ["fly"], "rate_limit": 0, "allowed_addresses": ["here"],
                 "expires_at": "soon", "max_transaction_amount": {"amount": "-1", "currency": "USD"}}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "key_name",
                        "permissions",
                        "rate_limit",
                        "allowed_addresses",
                        "expires_at",
                        "max_transaction_amount.amount");
        assertThat(Keys.tryCreate(api(), "\"view_account\"", ", \"expires_at\": \"2020-01-01\"")
                        .at("type"))
                .endsWith(":api-key-has-expired");
        assertThat(Keys.tryCreate(api(), "\"view_account\"", ", \"allowed_addresses\": []")
                        .status())
                .isEqualTo(422);
        assertThat(api().post("/api-keys?dry_run=true", "{\"key_name\": \"x\", \"permissions\": []}")
                        .status())
                .isEqualTo(422);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_key_s_life_is_on_the_chain_and_so_is_what_it_does() {
        ApiKey key = Keys.create("\"create_customer\"");
        rotate(key, "{}");
        Answer made = Keys.of(rotate(key, "{}")).api().post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        api().send("DELETE", "/api-keys/" + key.id(), "");

        JsonNode events = api().get("/audit/events?entity_type=api_key&entity_id=" + key.id())
                .json()
                .get("events");
        assertThat(events.findValuesAsString("type"))
                .containsExactlyInAnyOrder(
                        "api_key.created.v1", "api_key.rotated.v1", "api_key.rotated.v1", "api_key.revoked.v1");
        assertThat(api().get("/audit/events?entity_type=customer&entity_id=" + made.at("customer_id"))
                        .text())
                .contains("\"key:" + key.id() + "\"");
    }

    @Test
    void about_when_a_key_was_used_last_is_known() {
        ApiKey key = Keys.create("\"view_customer\"");
        assertThat(api().get("/api-keys/" + key.id()).json().has("last_used_at"))
                .isFalse();

        customers(key);

        assertThat(api().get("/api-keys/" + key.id()).at("last_used_at")).endsWith(":00Z");
        assertThat(api().get("/api-keys?limit=200").text()).contains("last_used_at");
    }
}
