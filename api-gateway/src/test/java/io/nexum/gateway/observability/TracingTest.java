package io.nexum.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.OwnBank;
import io.nexum.gateway.observability.Collector.Span;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a collector gets of a bank that follows only those requests that ask for it. */
class TracingTest {
    private static final String PARENT = "00f067aa0ba902b7";

    private static Collector collector;
    private static OwnBank bank;
    private static Api api;
    private static String account;

    @BeforeAll
    static void a_bank_with_a_collector() throws IOException, SQLException {
        collector = new Collector(0);
        bank = OwnBank.start(Map.of("NEXUM_OTLP_ENDPOINT", collector.endpoint().toString(), "NEXUM_TRACE_RATIO", "0"));
        api = new Api(bank.base(), bank.token());
        String customer = api.post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "alice@example.com"}
                """).at("customer_id");
        account = api.post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer)).at("account_id");
    }

    @AfterAll
    static void stop() {
        bank.close();
        collector.close();
    }

    private static Answer money(String route, String amount, String trace) {
        return api.post(
                "/transactions/" + route,
                """
                {"account_id": "%s", "amount": {"amount": "%s", "currency": "USD"}, "description": "secret words"}
                """.formatted(account, amount),
                "traceparent",
                "00-" + trace + "-" + PARENT + "-01");
    }

    /** The spans of one trace. */
    private record Trace(List<Span> spans) {
        Span named(String name) {
            return spans.stream()
                    .filter(span -> span.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no span " + name + " in " + spans));
        }
    }

    private static Trace spans(String trace, int count) {
        await().until(() -> collector.spansOf(trace).size() >= count);
        List<Span> spans = collector.spansOf(trace);
        assertThat(spans).hasSize(count);
        return new Trace(spans);
    }

    @Test
    void a_deposit_is_followed_from_its_request_through_command_and_append_to_the_read_models() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(money("deposit", "77.31", trace).status()).isEqualTo(200);

        Trace spans = spans(trace, 5);
        Span request = spans.named("POST /transactions/deposit");
        Span command = spans.named("command Deposit");
        Span queue = spans.named("append queue");
        Span append = spans.named("append batch");
        Span projection = spans.named("projection batch");
        assertThat(request.parent()).isEqualTo(PARENT);
        assertThat(command.parent()).isEqualTo(request.id());
        assertThat(List.of(queue, append, projection)).extracting(Span::parent).containsOnly(command.id());
        assertThat(queue.end()).isEqualTo(append.start());
        assertThat(projection.end()).isGreaterThan(append.start());
        assertThat(request.attributes())
                .containsEntry("http.route", "/transactions/deposit")
                .containsEntry("http.response.status_code", "[200]")
                .containsEntry("nexum.tenant", "default");
        assertThat(command.attributes()).containsEntry("nexum.outcome", "granted");
        assertThat(append.attributes()).containsKeys("nexum.batch.commands", "nexum.batch.events");
        assertThat(spans.toString()).doesNotContain(account, "77.31", "secret", "admin", "Alice");
    }

    @Test
    void a_refusal_is_followed_with_its_reason_and_appends_nothing() {
        String trace = "aaf92f3577b34da6a3ce929d0e0e4736";

        assertThat(money("withdraw", "999999.00", trace).status()).isEqualTo(400);

        Trace spans = spans(trace, 2);
        assertThat(spans.named("command Withdraw").attributes())
                .containsEntry("nexum.outcome", "refused")
                .containsEntry("nexum.refusal", "insufficient-funds");
    }

    @Test
    void a_request_that_is_not_chosen_is_not_followed() {
        String trace = "bbf92f3577b34da6a3ce929d0e0e4736";
        api.get("/accounts/" + account);

        money("deposit", "1.00", trace); // what came before it would be there too

        spans(trace, 5);
        assertThat(collector.spans()).extracting(Span::trace).allMatch(id -> id.endsWith("0e0e4736"));
    }

    @Test
    void a_path_that_is_no_route_is_not_told() {
        String trace = "ccf92f3577b34da6a3ce929d0e0e4736";

        api.get("/no/such/path?secret=1", "traceparent", "00-" + trace + "-" + PARENT + "-01");

        assertThat(spans(trace, 1).toString()).contains("GET").doesNotContain("such", "secret");
    }
}
