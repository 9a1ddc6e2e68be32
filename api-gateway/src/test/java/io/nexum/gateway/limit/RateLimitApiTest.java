package io.nexum.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node with small budgets. Its peer, the test, is a trusted proxy, so each test can come from an address of its own. */
class RateLimitApiTest {
    private static Nexum node;

    @BeforeAll
    static void start() throws IOException {
        node = NexumServer.running()
                .another(Map.of(
                        "NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE", "3",
                        "NEXUM_RATE_LIMIT_PER_MINUTE", "20",
                        "NEXUM_TRUSTED_PROXIES", "127.0.0.1,::1"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Answer stranger(String path, String address) {
        return new Api(node.base(), "").get(path, "X-Forwarded-For", address);
    }

    @Test
    void a_stranger_who_asks_too_often_is_told_when_to_ask_again() {
        for (int left = 2; left >= 0; left--) {
            Answer granted = stranger("/", "198.51.100.1");
            assertThat(granted.status()).isEqualTo(200);
            assertThat(granted.header("RateLimit-Limit")).contains("3");
            assertThat(granted.header("RateLimit-Remaining")).contains(Integer.toString(left));
        }

        Answer refused = stranger("/", "198.51.100.1");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:rate-limit-exceeded");
        assertThat(refused.at("detail")).contains("3 requests a minute");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 20);
        assertThat(refused.header("RateLimit-Remaining")).contains("0");
        assertThat(stranger("/", "198.51.100.2").status()).isEqualTo(200);
    }

    @Test
    void a_token_that_does_not_count_is_charged_to_its_address() {
        for (int i = 0; i < 3; i++) {
            assertThat(guess().status()).isEqualTo(401);
        }
        assertThat(guess().status()).isEqualTo(429);
    }

    private static Answer guess() {
        return new Api(node.base(), "no.such.token").get("/customers", "X-Forwarded-For", "198.51.100.3");
    }

    @Test
    void a_request_without_a_token_is_charged_once() {
        for (int left = 2; left >= 0; left--) {
            Answer refused = stranger("/customers", "198.51.100.4");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("RateLimit-Remaining")).contains(Integer.toString(left));
        }
        assertThat(stranger("/customers", "198.51.100.4").status()).isEqualTo(429);
    }

    @Test
    void a_user_has_a_budget_wherever_the_requests_come_from() {
        Api user = new Api(node.base(), NexumServer.running().token());
        int granted = 0;
        while (user.get("/customers", "X-Forwarded-For", "198.51.100." + granted)
                        .status()
                == 200) {
            granted++;
        }
        assertThat(granted).isBetween(20, 30); // some come back while the test goes on
    }

    @Test
    void health_is_answered_however_often_it_is_asked() {
        for (int i = 0; i < 10; i++) {
            assertThat(stranger("/health", "198.51.100.5").status()).isEqualTo(200);
        }
    }
}
