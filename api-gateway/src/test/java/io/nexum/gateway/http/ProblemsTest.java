package io.nexum.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.NexumServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is told in one shape, and never by a page or a stack trace. */
class ProblemsTest {
    private final NexumServer server = NexumServer.running();
    private final Api api = server.api();

    @Test
    void a_problem_says_what_and_where() {
        Answer answer = api.get("/no/such/route", "X-Correlation-ID", "my-request.7");

        assertProblem(answer, 404, "not-found");
        assertThat(answer.at("title")).isEqualTo("Not Found");
        assertThat(answer.json().path("status").intValue()).isEqualTo(404);
        assertThat(answer.at("instance")).isEqualTo("/no/such/route");
        assertThat(answer.at("correlation_id")).isEqualTo("my-request.7");
        assertThat(answer.header("X-Correlation-ID")).contains("my-request.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks", "<script>", ""})
    void a_correlation_id_that_is_not_sound_is_replaced(String sent) {
        Answer answer = api.get("/no/such/route", "X-Correlation-ID", sent);

        assertThat(answer.at("correlation_id")).isNotEqualTo(sent).matches("[0-9a-f-]{36}");
    }

    @Test
    void a_request_without_a_token_is_told_how_to_get_one() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.base().resolve("/customers")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"nexum\"");
            assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        }
    }

    @Test
    void a_token_that_does_not_count_is_named_as_the_reason() {
        Answer answer = new Api(server.base(), "made-up").get("/customers");

        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate").orElse("")).contains("invalid_token");
    }

    @Test
    void a_wrong_method_is_told_with_those_that_are_right() {
        Answer answer = api.send("DELETE", "/customers", "");

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow").orElse("")).contains("GET").contains("POST");
    }

    @Test
    void a_body_that_is_not_json_is_refused_by_its_type() throws Exception {
        assertThat(send("POST", "/customers", "a: 1", "Content-Type", "application/yaml")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send("POST", "/customers", "<a/>", "Content-Type", "application/xml")
                        .statusCode())
                .isEqualTo(415);
        assertProblem(api.get("/customers", "Accept", "image/png"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{\"a\":1} x", "{'a':1}", "{\"a\":\"\\u00zz\"}", "nul"})
    void malformed_json_is_told_with_its_place(String body) {
        Answer answer = api.post("/customers", body);

        assertProblem(answer, 400, "malformed-json");
        assertThat(answer.at("detail")).contains("line 1, column").doesNotContain("Feature", "jackson");
    }

    @Test
    void json_that_is_too_deep_or_too_long_a_number_is_refused() {
        String deep = "[".repeat(200) + "]".repeat(200);
        String wide = "{\"a\":" + "9".repeat(1_000) + "}";

        assertProblem(api.post("/customers", deep), 400, "malformed-json");
        assertProblem(api.post("/customers", wide), 400, "malformed-json");
    }

    @Test
    void a_missing_body_is_told() {
        assertProblem(api.post("/customers", "", "Content-Type", "application/json"), 400, "missing-body");
    }

    @Test
    void a_missing_parameter_is_named() {
        Answer answer = api.post("/rbac/auth/logout", "");

        assertProblem(answer, 422, "missing-value");
        assertThat(answer.at("errors/0/field")).isEqualTo("session_id");
    }

    @Test
    void a_body_of_a_mebibyte_is_read_and_one_byte_more_is_not() throws Exception {
        String most = " ".repeat(BodyLimit.MAX_BYTES - 2) + "{}";

        assertThat(api.post("/customers", most).status()).isEqualTo(422);
        assertProblem(api.post("/customers", most + " "), 413, "body-too-large");
    }

    @Test
    void a_body_whose_length_was_not_announced_is_counted() throws Exception {
        byte[] tooMuch = " ".repeat(BodyLimit.MAX_BYTES + 1).getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve("/customers"))
                .header(
                        "Authorization",
                        "Bearer " + server.login().path("access_token").stringValue())
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/customers?skip=%00",
        "/customers?skip=%0a",
        "/customers/%01",
        "/customers?a=%ff",
        "/customers?a=%e2%82"
    })
    void control_characters_and_broken_text_are_kept_out(String path) {
        assertProblem(api.get(path), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /../etc/passwd HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /customers/%00 HTTP/1.1",
                "GET /a%2fb HTTP/1.1",
                "GET /customers;x=1 HTTP/1.1",
                "GET //customers HTTP/1.1",
                "GET /{} HTTP/1.1",
                "NONSENSE",
                "FOO /customers HTTP/1.1",
            })
    void a_broken_request_line_is_answered_in_the_same_shape(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains(Problem.MEDIA_TYPE)
                .contains("urn:nexum:problem:");
        assertThat(answer).doesNotContain("<html", "Exception", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/9.9\r\n", "GET / HTTP/1.1\r\nTransfer-Encoding: nonsense\r\n"})
    void a_protocol_that_the_server_does_not_speak_is_the_client_s_mistake(String start) throws IOException {
        String answer = raw(start + "Host: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"status\":400");
    }

    @Test
    void parameters_without_a_name_or_too_many_are_refused() {
        assertProblem(api.get("/customers?=1"), 400, "malformed-request");
        assertProblem(api.get("/customers?" + "a=1&".repeat(1_001)), 400, "malformed-request");
    }

    @Test
    void a_form_of_the_answer_that_cannot_be_had_is_refused_before_anything_is_done() {
        long head = server.head();
        String body = "{\"first_name\": \"A\", \"last_name\": \"B\", \"email\": \"accept@example.com\"}";

        assertProblem(api.post("/customers", body, "Accept", "nonsense"), 406, "not-acceptable");
        assertProblem(api.post("/customers", body, "Accept", "image/png"), 406, "not-acceptable");

        assertThat(server.head()).isEqualTo(head);
    }

    @Test
    void a_body_s_type_has_no_wildcard() throws Exception {
        assertThat(send("POST", "/customers", "{}", "Content-Type", "*/*").statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_problem_does_not_repeat_all_that_was_sent() {
        Answer answer = api.post("/rates", "{\"base\": \"" + "X".repeat(500_000) + "\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).hasSizeLessThan(10_000);
    }

    @Test
    void headers_beyond_bounds_are_answered_in_the_same_shape() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains(Problem.MEDIA_TYPE);
    }

    @Test
    void the_method_trace_is_not_served() throws IOException {
        String answer = raw("TRACE /customers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").contains(Problem.MEDIA_TYPE);
    }

    @Test
    void the_health_and_the_documentation_are_open_to_all() throws Exception {
        for (String path : new String[] {"/", "/health", "/openapi.json", "/docs", "/v3/api-docs"}) {
            assertThat(new Api(server.base(), "made-up").get(path).status())
                    .as(path)
                    .isIn(200, 302);
        }
        Answer health = api.get("/health");
        assertThat(health.at("status")).isEqualTo("healthy");
        assertThat(health.at("checks/database")).isEqualTo("healthy");
    }

    @Test
    void answers_carry_the_headers_that_keep_browsers_safe() {
        Answer answer = api.get("/health");

        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    private static void assertProblem(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.at("type")).isEqualTo("urn:nexum:problem:" + name);
        assertThat(answer.at("detail")).isNotEmpty();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve(path))
                .header(
                        "Authorization",
                        "Bearer " + server.login().path("access_token").stringValue())
                .headers(headers)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.base().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
