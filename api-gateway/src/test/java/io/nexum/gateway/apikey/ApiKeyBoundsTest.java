package io.nexum.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.apikey.Keys.ApiKey;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node with small budgets behind a proxy that it trusts, which is the test. */
class ApiKeyBoundsTest {
    private static final String FORWARDED = "X-Forwarded-For";
    private static Nexum node;

    @BeforeAll
    static void start() throws IOException {
        node = NexumServer.running()
                .another(Map.of(
                        "NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE", "3",
                        "NEXUM_TRUSTED_PROXIES", "127.0.0.1,::1"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Answer customers(String key, String address) {
        return new Api(node.base(), "").get("/customers", "X-API-Key", key, FORWARDED, address);
    }

    private static ApiKey key(String more) {
        return Keys.create(NexumServer.running().api(), "\"view_customer\"", more);
    }

    @Test
    void a_key_comes_from_the_addresses_that_are_allowed_to_it() {
        ApiKey key = key(", \"allowed_addresses\": [\"203.0.113.0/24\", \"2001:db8::1\"]");

        assertThat(customers(key.text(), "203.0.113.9").status()).isEqualTo(200);
        assertThat(customers(key.text(), "2001:db8:0:0:0:0:0:1").status()).isEqualTo(200);
        assertThat(customers(key.text(), "203.0.114.9").status()).isEqualTo(401);
        assertThat(customers(key.text(), "203.0.113.9, 198.51.100.20").status()).isEqualTo(401);
        // The other node trusts no proxy, so its client is the test itself, whatever it says.
        assertThat(key.api().get("/customers", FORWARDED, "203.0.113.9").status())
                .isEqualTo(401);
    }

    @Test
    void a_key_has_a_budget_of_its_own() {
        ApiKey slow = key(", \"rate_limit\": 2");
        ApiKey fast = key("");

        assertThat(customers(slow.text(), "198.51.100.21").header("RateLimit-Limit"))
                .contains("2");
        assertThat(customers(slow.text(), "198.51.100.22").status()).isEqualTo(200);
        Answer refused = customers(slow.text(), "198.51.100.23");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("detail")).contains("an API key may send 2 requests a minute");
        assertThat(customers(fast.text(), "198.51.100.21").status()).isEqualTo(200);
    }

    @Test
    void a_key_that_does_not_count_is_charged_to_its_address() {
        ApiKey key = key("");
        for (int i = 0; i < 3; i++) {
            assertThat(customers(key.text() + "x", "198.51.100.24").status()).isEqualTo(401);
        }

        assertThat(customers(key.text() + "x", "198.51.100.24").status()).isEqualTo(429);
        assertThat(customers(key.text(), "198.51.100.24").status()).isEqualTo(200);
    }
}
