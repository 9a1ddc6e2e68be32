package io.nexum.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.nexum.gateway.BankApiTest;
import io.nexum.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

class RequestLogTest extends BankApiTest {
    private final Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(RequestLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing(); // what the thread knows now, not what the test's knows later
            super.append(line);
        }
    };
    private final JsonLines json = new JsonLines();

    @BeforeEach
    void listen() {
        assertThat(api()).isNotNull(); // a program that starts sets up the log anew
        lines.list = new CopyOnWriteArrayList<>();
        json.start();
        lines.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    /** The line of a request comes after its answer. */
    private JsonNode lineOf(String correlation) {
        await().until(() -> lines.list.stream().anyMatch(line -> isOf(line, correlation)));
        List<ILoggingEvent> found =
                lines.list.stream().filter(line -> isOf(line, correlation)).toList();
        assertThat(found).hasSize(1);
        String text = new String(json.encode(found.getFirst()), StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n").containsOnlyOnce("\n");
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOf(ILoggingEvent line, String correlation) {
        return correlation.equals(line.getMDCPropertyMap().get("correlation"));
    }

    @Test
    void a_request_has_one_line_that_says_what_was_done_by_whom_and_nothing_of_what_it_carried() {
        String account = account("USD");
        String body = depositBody(account, "77.77").replace("Payroll deposit", "marked-text");

        api().post("/transactions/deposit?consistency=eventual&note=marked-query", body, "X-Correlation-ID", "req-1");

        JsonNode line = lineOf("req-1");
        assertThat(line.path("method").asString()).isEqualTo("POST");
        assertThat(line.path("route").asString()).isEqualTo("/transactions/deposit");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("duration_ms").asDouble()).isPositive();
        assertThat(line.path("tenant").asString()).isEqualTo("default");
        assertThat(line.path("user").asString()).hasSize(36);
        assertThat(line.path("command").asString()).isEqualTo("Deposit");
        assertThat(line.toString()).doesNotContain("77.77", "marked", "admin", "eyJ", account);
    }

    @Test
    void a_path_is_written_as_its_template() {
        String account = account("USD");

        api().get("/accounts/" + account, "X-Correlation-ID", "req-2");

        JsonNode line = lineOf("req-2");
        assertThat(line.path("route").asString()).matches("/accounts/\\{[a-z_]+}");
        assertThat(line.has("command")).isFalse();
    }

    @Test
    void a_path_that_is_no_route_is_not_written() {
        api().get("/marked/path", "X-Correlation-ID", "req-3");

        JsonNode line = lineOf("req-3");
        assertThat(line.path("route").asString()).isEqualTo("none");
        assertThat(line.path("status").asInt()).isEqualTo(404);
        assertThat(line.toString()).doesNotContain("marked");
    }
}
