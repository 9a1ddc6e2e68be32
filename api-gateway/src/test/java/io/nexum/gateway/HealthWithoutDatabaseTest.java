package io.nexum.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nexum.gateway.Api.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A load balancer and an orchestrator look at a program whose database goes away and comes back. */
class HealthWithoutDatabaseTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final NexumServer server = NexumServer.running();

    @Test
    void a_program_without_its_database_is_alive_and_not_ready_until_it_is_back() throws IOException {
        String database = "away_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("CREATE DATABASE " + database);
        try (Nexum bank = Nexum.start(server.settingsOfAnother(Map.of(), database))) {
            Api stranger = new Api(bank.base(), "");
            assertThat(stranger.get("/health/ready").status()).isEqualTo(200);

            server.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");

            await().atMost(SOON).until(() -> stranger.get("/health/ready").status() == 503);
            Answer ready = stranger.get("/health/ready");
            assertThat(ready.at("status")).isEqualTo("not_ready");
            assertThat(ready.at("checks/database")).isEqualTo("unhealthy");
            Answer health = stranger.get("/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.at("status")).isEqualTo("unhealthy");
            // A restart would not help, so nobody is to be told that it would.
            assertThat(stranger.get("/health/live").status()).isEqualTo(200);

            server.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");

            await().atMost(SOON).until(() -> stranger.get("/health/ready").status() == 200);
            assertThat(stranger.get("/health").at("status")).isEqualTo("healthy");
        }
    }
}
