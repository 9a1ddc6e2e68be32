package io.nexum.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.OwnBank;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.hostile.Targets.Sound;
import io.nexum.gateway.observability.Collector;
import io.nexum.gateway.observability.JsonLines;
import io.nexum.gateway.openapi.ApiOperation;
import io.nexum.kernel.TenantId;
import io.nexum.query.audit.LogExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marked values are sent through every operation of the API, in sound requests and in bad ones. Then they are looked
 * for in all that the program writes beside its answers. New operations are asked by themselves.
 */
class MarkedValuesTest {
    private static final Lines LINES = new Lines();

    private static Collector collector;
    private static OwnBank bank;
    private static Database database;
    private static final List<String> TOKENS = new ArrayList<>();
    /** What answers told as a secret. */
    private static final Set<String> TOLD = new LinkedHashSet<>();

    private static int granted;

    /** Every line of the log as it is written in JSON, which has all that a line in text has. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final JsonLines json = new JsonLines();
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        public void start() {
            json.start();
            super.start();
        }

        @Override
        protected void append(ILoggingEvent line) {
            written.add(new String(json.encode(line), StandardCharsets.UTF_8) + line.getFormattedMessage());
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @BeforeAll
    static void marked_values_are_sent_through_every_operation() throws IOException, SQLException {
        collector = new Collector(0);
        bank = OwnBank.start(Map.of(
                "NEXUM_OTLP_ENDPOINT",
                collector.endpoint().toString(),
                "NEXUM_TRACE_RATIO",
                "1",
                "NEXUM_LOGIN_DELAY_AFTER",
                "100",
                "NEXUM_LOGIN_LOCK_AFTER",
                "100"));
        database = bank.database();
        LINES.start();
        logger(Logger.ROOT_LOGGER_NAME).addAppender(LINES);
        logger("io.nexum").setLevel(Level.TRACE); // the most that NEXUM_LOG_LEVEL can ask for
        TOKENS.add(bank.token());
        Targets targets = new Targets(admin());
        Client client = new Client(bank.base());
        for (ApiOperation operation : ApiOperation.all(admin())) {
            stayLoggedIn();
            Sound sound = targets.soundFor(operation, admin());
            List<Attack> requests = requests(operation, sound);
            for (int i = 0; i < requests.size(); i++) {
                Answer answer = client.send(requests.get(i), "Bearer " + TOKENS.getLast());
                granted += i == 0 && answer.status() < 300 ? 1 : 0;
                if (answer.header("Content-Type").orElse("").contains("json")) {
                    TOLD.addAll(Marks.secretsIn(answer.json()));
                }
            }
            client.send(requests.getFirst(), "Bearer " + Marks.PERSONAL);
        }
        stayLoggedIn();
    }

    private static void stayLoggedIn() {
        if (admin().get("/customers?limit=1").status() == 401) {
            TOKENS.add(bank.token());
        }
    }

    @AfterAll
    static void stop() {
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(LINES);
        logger("io.nexum").setLevel(Level.INFO);
        database.close();
        bank.close();
        collector.close();
    }

    private static Api admin() {
        return new Api(bank.base(), TOKENS.getLast());
    }

    private static List<Attack> requests(ApiOperation operation, Sound sound) {
        String target = sound.target(operation);
        String fine = operation.takesBody() ? Marks.in(operation, sound.body()).toString() : "";
        List<Attack> requests = new ArrayList<>();
        requests.add(request(operation, target, fine));
        if (operation.takesBody()) {
            requests.add(request(operation, target, fine.substring(0, fine.length() - 1)));
            requests.add(request(operation, target, Marks.everywhere(operation, sound.body())));
            requests.add(request(operation, target, "\"" + Marks.PERSONAL + "\""));
            requests.add(request(operation, target, Marks.PERSONAL));
        }
        for (String name : operation.parameters("path")) {
            requests.add(
                    request(operation, target.replace(sound.path().getOrDefault(name, "?"), Marks.PERSONAL), fine));
        }
        for (String name : operation.parameters("query")) {
            requests.add(request(operation, target + "?" + name + "=" + Marks.PERSONAL, fine));
        }
        requests.add(request(operation, target + "?unknown=" + Marks.PERSONAL, ""));
        requests.add(request(operation, target + "/" + Marks.PERSONAL, fine));
        requests.add(request(operation, target, "", "X-Tenant-ID", Marks.OTHER));
        requests.add(request(operation, target, "", "Accept", Marks.OTHER));
        requests.add(request(operation, target, "", "Content-Type", Marks.OTHER, "Cookie", "a=" + Marks.PERSONAL));
        return requests;
    }

    private static Attack request(ApiOperation operation, String target, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return new Attack("marks", operation.method(), target, all, BodyPublishers.ofString(body));
    }

    private static void hasNoMark(String where, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        List<String> all = new ArrayList<>(Marks.SEALED);
        all.addAll(List.of(Marks.OTHER, NexumServer.PASSWORD));
        all.addAll(TOKENS);
        all.addAll(TOLD);
        for (String mark : all) {
            int at = small.indexOf(mark.toLowerCase(Locale.ROOT));
            assertThat(at)
                    .as("%s in %s: %s", mark, where, at < 0 ? "" : text.substring(Math.max(0, at - 200)))
                    .isNegative();
        }
    }

    @Test
    void the_marks_were_taken_in() {
        stayLoggedIn();
        assertThat(granted).isGreaterThan(40);
        assertThat(TOLD).anyMatch(secret -> secret.startsWith("nxk_")).anyMatch(secret -> secret.startsWith("nxr_"));
        assertThat(admin().get("/customers?limit=200").text()).contains(Marks.PERSONAL, Marks.PHONE);
        assertThat(admin().get("/rbac/users?limit=200").text()).contains(Marks.PERSONAL);
        assertThat(admin().get("/transactions?limit=200").text()).contains(Marks.OTHER);
        assertThat(admin().get("/loans?limit=200").text()).contains("\"purpose\":\"" + Marks.OTHER + "\"");
        assertThat(admin().get("/audit/events?type=loan.disbursed&limit=200").text())
                .contains("\"payee\"", Marks.OTHER);
    }

    @Test
    void no_table_holds_a_personal_value_or_a_secret_in_clear() {
        JdbcClient owner =
                JdbcClient.create(database.stores().storeOf(TenantId.DEFAULT).owner());
        List<String> tables = owner.sql("""
                        SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)
                        FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        """).query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(25);
        List<String> wanted = new ArrayList<>(Marks.SEALED);
        wanted.add(NexumServer.PASSWORD);
        wanted.addAll(TOKENS);
        wanted.addAll(TOLD);
        for (String table : tables) {
            for (String mark : wanted) {
                String bytes = HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
                List<String> found = owner.sql(
                                "SELECT t::text FROM " + table
                                        + " t WHERE strpos(lower(t::text), lower(:mark)) > 0 OR strpos(t::text, :bytes) > 0 LIMIT 1")
                        .param("mark", mark)
                        .param("bytes", bytes)
                        .query(String.class)
                        .list();
                assertThat(found).as("%s in %s", mark, table).isEmpty();
            }
        }
    }

    @Test
    void an_exported_log_holds_no_personal_value_in_clear() throws IOException {
        ByteArrayOutputStream exported = new ByteArrayOutputStream();

        LogExport.write(database.stores(), TenantId.DEFAULT, exported, row -> {});

        String log = exported.toString(StandardCharsets.UTF_8);
        assertThat(log).contains("customer.created.v1", Marks.OTHER);
        assertThat(log).doesNotContain(Marks.SEALED);
    }

    @Test
    void no_line_of_the_log_tells_what_a_request_carried() {
        assertThat(LINES.written).hasSizeGreaterThan(500);
        LINES.written.forEach(line -> hasNoMark("the log", line));
    }

    @Test
    void neither_metrics_nor_traces_tell_what_a_request_carried() {
        stayLoggedIn();
        Answer metrics = admin().get("/metrics");
        assertThat(metrics.text()).contains("nexum_command_seconds");
        hasNoMark("the metrics", metrics.text());
        int before = collector.spans().size();
        assertThat(before).isGreaterThan(500);
        admin().get("/health");
        await().until(() -> collector.spans().size() > before);
        collector.spans().forEach(span -> hasNoMark("a span", span.toString()));
    }

    @Test
    void the_errors_of_others_tell_nothing_of_it() {
        for (ApiOperation operation : ApiOperation.all(admin())) {
            stayLoggedIn();
            String path = operation.path().replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000");
            Answer answer = admin().send(operation.method(), path, operation.takesBody() ? "{}" : "");
            if (answer.status() >= 400) {
                hasNoMark("an error of " + operation.name(), answer.text());
            }
        }
    }
}
