package io.nexum.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsApiTest extends BankApiTest {
    private static String scrape() {
        Answer answer = api().get("/metrics");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        return answer.text();
    }

    /** The value of one series; zero if it isn't there yet. */
    private static double value(String metrics, String series) {
        Matcher line = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static double growth(String before, String after, String series) {
        return value(after, series) - value(before, series);
    }

    @Test
    void a_deposit_is_counted_from_the_route_to_the_books() {
        String account = account("USD");
        String before = scrape();

        deposit(account, "12.50");

        String after = scrape();
        assertThat(
                        growth(
                                before,
                                after,
                                "http_server_requests_seconds_count{method=\"POST\",status=\"200\",uri=\"/transactions/deposit\"}"))
                .isEqualTo(1);
        assertThat(growth(before, after, "nexum_command_seconds_count{command=\"Deposit\",outcome=\"granted\"}"))
                .isEqualTo(1);
        assertThat(growth(before, after, "nexum_money_posted_total{currency=\"USD\"}"))
                .isEqualTo(12.5);
        assertThat(growth(before, after, "nexum_append_batch_events_sum")).isGreaterThanOrEqualTo(1);
        assertThat(growth(before, after, "nexum_append_batch_units_sum")).isGreaterThanOrEqualTo(1);
        assertThat(growth(before, after, "nexum_append_seconds_count")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_refusal_is_counted_by_its_reason() {
        String account = account("USD");
        String before = scrape();

        api().post("/transactions/withdraw", depositBody(account, "1.00"));

        assertThat(growth(before, scrape(), "nexum_commands_rejected_total{reason=\"insufficient-funds\"}"))
                .isEqualTo(1);
    }

    @Test
    void the_log_the_read_models_and_the_program_itself_are_shown() {
        deposit(account("USD"), "1.00");

        String metrics = scrape();

        assertThat(value(metrics, "nexum_chain_head{tenant=\"default\"}")).isPositive();
        assertThat(metrics)
                .contains("nexum_projection_lag_events{tenant=\"default\"}")
                .contains("nexum_projection_lag_seconds{tenant=\"default\"}")
                .contains("nexum_append_queue_depth")
                .contains("nexum_database_connections{state=\"active\"}")
                .contains("jvm_memory_used_bytes")
                .contains("jvm_threads_live_threads");
    }

    @Test
    void paths_that_are_no_routes_and_invented_methods_make_no_series_of_their_own() {
        api().get("/no/such/route/unheard-of");
        new Api(NexumServer.running().base(), "").send("BREW", "/", "");

        assertThat(scrape()).doesNotContain("unheard-of").doesNotContain("BREW");
    }

    @Test
    void the_metrics_are_not_for_everybody() {
        assertThat(new Api(NexumServer.running().base(), "").get("/metrics").status())
                .isEqualTo(401);
    }

    @Test
    void the_metrics_are_for_everybody_where_the_operator_says_so() throws IOException {
        try (Nexum node = NexumServer.running().another(Map.of("NEXUM_METRICS_OPEN", "true"))) {
            Answer answer = new Api(node.base(), "").get("/metrics");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("nexum_append_queue_depth");
        }
    }
}
