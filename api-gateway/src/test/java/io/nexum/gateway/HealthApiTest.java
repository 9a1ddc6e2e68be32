package io.nexum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import org.junit.jupiter.api.Test;

class HealthApiTest extends BankApiTest {
    private final Api stranger = new Api(NexumServer.running().base(), "");

    @Test
    void a_program_whose_appender_appends_is_alive() {
        Answer live = stranger.get("/health/live");

        assertThat(live.status()).isEqualTo(200);
        assertThat(live.at("status")).isEqualTo("alive");
    }

    @Test
    void a_program_with_a_database_and_read_models_that_keep_up_is_ready() {
        deposit(account("USD"), "1.00");

        Answer ready = stranger.get("/health/ready");

        assertThat(ready.status()).as(ready.text()).isEqualTo(200);
        assertThat(ready.at("status")).isEqualTo("ready");
        assertThat(ready.at("checks/database")).isEqualTo("healthy");
        assertThat(ready.at("checks/appender")).isEqualTo("healthy");
        assertThat(ready.at("checks/projections")).isEqualTo("healthy");
    }

    @Test
    void health_tells_where_the_log_and_the_read_models_are() {
        Answer health = stranger.get("/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("head_position").longValue()).isPositive();
        assertThat(health.json().path("lag").longValue()).isNotNegative();
    }
}
