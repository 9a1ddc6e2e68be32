package io.nexum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor does at the command line, here beside the running program. */
class AuditCommandTest extends BankApiTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of(".");

    @BeforeAll
    static void moves_some_money() {
        fundedAccount("100.00");
    }

    @Test
    void an_exported_log_is_valid_and_a_changed_one_is_not() throws IOException {
        Path file = folder.resolve("log.jsonl");
        assertThat(audit("export", file.toString())).isZero();

        assertThat(audit("verify", file.toString())).isZero();
        assertThat(printed()).contains("VALID");

        Files.writeString(file, Files.readString(file).replaceFirst("100\\.00", "900.00"));
        assertThat(audit("verify", file.toString())).isEqualTo(1);
        assertThat(printed()).contains("INVALID").contains("first bad position: ");
    }

    @Test
    void a_log_is_exported_to_standard_output_and_its_head_to_standard_error() {
        assertThat(audit("export")).isZero();

        assertThat(printed().lines().toList()).allMatch(line -> line.startsWith("{"));
        assertThat(err.toString(StandardCharsets.UTF_8)).containsPattern("The log ends at \\d+:[0-9a-f]{64}");
    }

    @Test
    void the_log_in_the_database_is_valid_and_does_not_end_before_a_noted_head() {
        assertThat(audit("verify", "--database")).isZero();
        String head = printed().replaceAll("(?s).*head: (\\S+).*", "$1");

        assertThat(audit("verify", "--database", "--head", head)).isZero();
        assertThat(audit("verify", "--database", "--head", "999999:" + head.substring(head.indexOf(':') + 1)))
                .isEqualTo(1);
    }

    @Test
    void the_read_models_are_what_the_log_tells() {
        assertThat(audit("check")).as(printed()).isZero();
        assertThat(printed()).contains("EQUAL");
    }

    @Test
    void a_command_that_can_not_be_understood_is_answered_with_the_usage() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("prove"),
                List.of("verify"),
                List.of("verify", "--databse"),
                List.of("verify", folder.resolve("nowhere").toString()),
                List.of("verify", "--database", "--head", "12"),
                List.of("check", "everything"))) {
            assertThat(audit(wrong.toArray(String[]::new))).as(wrong.toString()).isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nexum audit export");
    }

    private int audit(String... arguments) {
        out.reset();
        return AuditCommand.run(
                List.of(arguments),
                NexumServer.running().settings(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
