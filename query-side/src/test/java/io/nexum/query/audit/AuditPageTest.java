package io.nexum.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.log.StoredEvent;
import io.nexum.kernel.log.StreamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier that docs/audit.md prints is run here as it stands there, on lines as an export has them. */
class AuditPageTest {
    private static final Path PAGE = Path.of("../docs/audit.md");
    private static final int ROWS = 7;

    @TempDir
    Path folder;

    @BeforeEach
    void python_is_there() throws Exception {
        assumeTrue(has("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 11))"), "no Python 3.11");
    }

    @Test
    void an_untouched_export_is_found_unbroken() throws Exception {
        List<String> lines = export();

        Verdict verdict = verify(lines);

        assertThat(verdict.text()).startsWith(ROWS + " events, unbroken; head " + ROWS + ":");
        assertThat(verdict.exit()).isZero();
    }

    @Test
    void a_changed_payload_is_found_at_its_position() throws Exception {
        List<String> lines = export();
        lines.set(3, lines.get(3).replace("ümlaut 4", "ümlaut 5"));

        assertBroken(lines, "the chain breaks at position 4");
    }

    @Test
    void a_changed_time_is_found_at_its_position() throws Exception {
        List<String> lines = export();
        lines.set(1, lines.get(1).replace("2026-02-28T12:00:02", "2026-02-28T12:00:03"));

        assertBroken(lines, "the chain breaks at position 2");
    }

    @Test
    void removed_swapped_and_doubled_rows_are_found() throws Exception {
        List<String> removed = export();
        removed.remove(2);
        List<String> swapped = export();
        swapped.set(4, swapped.set(5, swapped.get(4)));
        List<String> doubled = export();
        doubled.add(2, doubled.get(1));

        assertBroken(removed, "the chain breaks at position 3");
        assertBroken(swapped, "the chain breaks at position 5");
        assertBroken(doubled, "the chain breaks at position 3");
    }

    @Test
    void a_missing_tail_is_found_by_the_head() throws Exception {
        List<String> lines = export();
        lines.remove(ROWS - 1);

        assertBroken(lines, "the log does not end at position 6 as its head says");
        lines.removeLast();
        assertBroken(lines, "the log does not end at position 6 as its head says");
    }

    @Test
    void lines_after_the_end_are_found() throws Exception {
        List<String> lines = export();
        lines.add(lines.getFirst());

        assertBroken(lines, "the file goes on after its last line");
    }

    private void assertBroken(List<String> lines, String message) throws Exception {
        Verdict verdict = verify(lines);

        assertThat(verdict.text()).contains(message);
        assertThat(verdict.exit()).isEqualTo(1);
    }

    /** Rows with texts beyond ASCII and with times of every number of decimals. */
    private static List<String> export() {
        HashChain chain = new HashChain();
        List<String> lines = new ArrayList<>();
        byte[] hash = HashChain.genesis();
        for (int i = 1; i <= ROWS; i++) {
            StoredEvent open =
                    row(i, Instant.parse("2026-02-28T12:00:0" + i + "Z").plusNanos(i * 120_003_000L), hash);
            hash = chain.next(hash, open);
            StoredEvent row = row(i, open.recordedAt(), hash);
            lines.add(Json.text(new ExportedRow.Line(Optional.of(ExportedRow.of(row)), Optional.empty())));
        }
        NotedHead head = new NotedHead(ROWS, HexFormat.of().formatHex(hash));
        lines.add(Json.text(
                new ExportedRow.Line(Optional.empty(), Optional.of(new ExportedRow.Head(TenantId.DEFAULT, head)))));
        return lines;
    }

    private static StoredEvent row(int position, Instant recordedAt, byte[] hash) {
        Instant time = position == ROWS ? Instant.parse("2026-02-28T12:00:09Z") : recordedAt;
        return new StoredEvent(
                TenantId.DEFAULT,
                position,
                new StreamId("account-0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01"),
                position - 1L,
                "account.frozen.v2",
                time,
                ("{\"reason\":\"ümlaut " + position + " € 東京 \\u0041 \\\"\"}").getBytes(UTF_8),
                "{\"user\":\"admin\"}".getBytes(UTF_8),
                hash);
    }

    private record Verdict(int exit, String text) {}

    private Verdict verify(List<String> lines) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("verify.py"), script());
        Path file = Files.write(folder.resolve("log.jsonl"), lines);
        Process process = new ProcessBuilder("python3", script.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Verdict(process.waitFor(), text);
    }

    private static String script() throws IOException {
        Matcher block = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).as("a block of Python in " + PAGE).isTrue();
        return block.group(1);
    }

    private static boolean has(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
