package io.nexum.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.BankApiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts and the dashboard ask for what the program shows. */
class MonitoringFilesTest extends BankApiTest {
    private static final Path FOLDER = Path.of("../docs/operations");
    private static final Pattern METRIC = Pattern.compile("\\b(?:nexum|http|jvm|process|system)_[a-z_]+");
    private static final Pattern SERIES = Pattern.compile("^([a-z_]+)[{ ]", Pattern.MULTILINE);
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    /** Only collections of garbage that were made show their pauses. */
    private static final Set<String> SHOWN_LATER = Set.of("jvm_gc_pause_seconds_sum");

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void every_metric_that_a_file_names_is_there(String file) throws IOException {
        String account = fundedAccount("1.00");
        api().post("/transactions/withdraw", depositBody(account, "2.00"));
        Set<String> shown = found(SERIES, api().get("/metrics").text());

        Set<String> asked = found(METRIC, Files.readString(FOLDER.resolve(file)));

        assertThat(asked)
                .hasSizeGreaterThan(5)
                .allSatisfy(metric -> assertThat(shown.contains(metric) || SHOWN_LATER.contains(metric))
                        .as(metric)
                        .isTrue());
    }

    @Test
    void every_alert_is_explained() throws IOException {
        String guide = Files.readString(Path.of("../docs/operations.md"));

        assertThat(found(ALERT, Files.readString(FOLDER.resolve("alerts.yml"))))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(guide).contains("`" + alert + "`"));
    }
}
