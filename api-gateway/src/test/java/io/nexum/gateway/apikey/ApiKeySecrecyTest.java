package io.nexum.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.apikey.Keys.ApiKey;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key's secret is with its machine and nowhere else. */
class ApiKeySecrecyTest extends BankApiTest {
    private static String secret(ApiKey key) {
        return key.text().substring(key.text().indexOf(key.id()) + 37);
    }

    @Test
    void no_table_holds_a_secret() throws IOException {
        ApiKey first = Keys.create("\"view_customer\"");
        first.api().get("/customers");
        ApiKey second = Keys.of(api().post("/api-keys/" + first.id() + "/rotate", "{\"overlap_minutes\": 5}"));
        second.api().get("/customers");
        assertThat(secret(second)).hasSize(43);

        assertThat(tablesThatHold(first.id())).contains("nexum.event", "nexum.api_key_secret", "nexum_read.api_key");
        for (ApiKey key : List.of(first, second)) {
            assertThat(tablesThatHold(secret(key))).isEmpty();
            assertThat(tablesThatHold(hex(secret(key)))).isEmpty();
        }
    }

    @Test
    void no_line_of_the_log_and_no_error_tells_a_secret() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        Level level = root.getLevel();
        root.addAppender(lines);
        root.setLevel(Level.DEBUG);
        StringBuilder answers = new StringBuilder();
        ApiKey key;
        try {
            key = Keys.create(api(), "\"view_customer\"", ", \"allowed_addresses\": [\"203.0.113.1\"]");
            answers.append(key.api().get("/customers").text());
            answers.append(key.api().get("/customers/" + secret(key) + "x").text());
            ApiKey good = Keys.create("\"view_customer\"");
            answers.append(good.api().get("/customers?limit=1000").text());
            answers.append(api().get("/api-keys/" + key.id()).text());
            assertThat(lines.list)
                    .isNotEmpty()
                    .noneMatch(line -> line.getFormattedMessage().contains(secret(good)));
        } finally {
            root.setLevel(level);
            root.detachAppender(lines);
        }

        assertThat(answers.toString()).doesNotContain("nxk_");
        assertThat(lines.list)
                .noneMatch(line -> line.getFormattedMessage().contains(key.text()))
                .anyMatch(line -> line.getFormattedMessage().contains("API key " + key.id()));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> tablesThatHold(String value) throws IOException {
        List<String> holding = new ArrayList<>();
        try (Database database = NexumServer.running().database()) {
            JdbcClient owner = JdbcClient.create(
                    database.stores().storeOf(TenantId.DEFAULT).owner());
            List<String> tables = owner.sql("""
                            SELECT schemaname || '.' || quote_ident(tablename) FROM pg_tables
                            WHERE schemaname IN ('nexum', 'nexum_read')
                            """).query(String.class).list();
            for (String table : tables) {
                boolean holds = owner.sql(
                                "SELECT EXISTS (SELECT FROM " + table + " t WHERE strpos(t::text, :value) > 0)")
                        .param("value", value)
                        .query(Boolean.class)
                        .single();
                if (holds) {
                    holding.add(table);
                }
            }
        }
        return holding;
    }
}
