package io.nexum.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.query.TestBank;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An exported log proves itself, from the file alone. */
class ExportedLogTest {
    private static final TestBank BANK = new TestBank();
    private static List<String> lines = List.of();
    private static NotedHead head = new NotedHead(0, "0".repeat(64));

    @BeforeAll
    static void export() throws IOException {
        AccountId account = BANK.account();
        BANK.append(new AccountChanged(
                account, "Zoë's \"piggy\"\u2028 \\ bank \ud83d\udc37", AccountLimits.none(TestBank.USD), Map.of()));
        for (int i = 1; i <= 20; i++) {
            BANK.deposit(account, i + ".00");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        head = LogExport.write(BANK.database.store(), TestBank.TENANT, out, written -> {});
        lines = out.toString(UTF_8).lines().toList();
    }

    @AfterAll
    static void close() {
        BANK.close();
    }

    @Test
    void an_export_holds_every_row_and_the_head_and_is_valid() throws IOException {
        assertThat(lines).hasSize((int) BANK.log.position() + 1);
        assertThat(head.position()).isEqualTo(BANK.log.position());

        IntegrityReport report = verify(lines, Optional.of(head));

        assertThat(report.valid()).isTrue();
        assertThat(report.eventsChecked()).isEqualTo(head.position());
        assertThat(report.head() + ":" + report.headHash()).isEqualTo(head.toString());
    }

    @Test
    void every_kind_of_change_is_found_at_its_row() throws IOException {
        assertBadAt(40, changed(40, "\\\"amount\\\":\\\"", "\\\"amount\\\":\\\"9"));
        assertBadAt(40, changed(40, "teller", "nobody"));
        assertBadAt(40, changed(40, "\"recorded_at\":\"2026", "\"recorded_at\":\"2025"));
        assertBadAt(40, changed(40, "account.credited.v1", "account.debited.v1"));
        assertBadAt(40, changed(40, "\"hash\":\"", "\"hash\":\"00"));
        assertBadAt(40, changed(40, "\"hash\":\"", "\"hush\":\""));
        assertBadAt(40, changed(40, "\"position\":40", "\"position\":41"));
        assertBadAt(40, changed(40, "{", "["));
    }

    @Test
    void removed_inserted_and_swapped_lines_are_found() throws IOException {
        assertBadAt(40, with(rows -> rows.remove(39)));
        assertBadAt(41, with(rows -> rows.add(40, rows.get(39))));
        assertBadAt(40, with(rows -> rows.set(39, rows.set(40, rows.get(39)))));
        assertBadAt(1, with(rows -> rows.removeFirst()));
    }

    @Test
    void a_truncated_file_is_found_by_its_last_line() throws IOException {
        assertBadAt(head.position() + 1, with(rows -> rows.removeLast()));
        assertBadAt(head.position(), with(rows -> rows.remove(rows.size() - 2)));
        assertBadAt(1, List.of());
        assertBadAt(head.position() + 1, with(rows -> rows.add(rows.getFirst())));
    }

    @Test
    void a_file_cut_with_its_last_line_rewritten_is_found_by_a_noted_head() throws IOException {
        List<String> shorter = with(rows -> {
            rows.removeLast();
            rows.removeLast();
            String hash = rows.getLast().replaceAll(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
            rows.add(lines.getLast()
                    .replace(head.hash(), hash)
                    .replace("\"position\":" + head.position(), "\"position\":" + (head.position() - 1)));
        });
        assertThat(verify(shorter, Optional.empty()).valid()).isTrue();
        assertThat(verify(shorter, Optional.of(head)).firstBadPosition()).contains(head.position());
    }

    @Test
    void a_noted_head_is_written_position_colon_hash() {
        assertThat(NotedHead.parse(" " + head + "\n")).isEqualTo(head);
        assertThatThrownBy(() -> NotedHead.parse("12")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NotedHead.parse("12:xyz")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> changed(int position, String from, String to) {
        return with(rows -> {
            String before = rows.get(position - 1);
            String after = before.replace(from, to);
            assertThat(after).as("the change of " + from).isNotEqualTo(before);
            rows.set(position - 1, after);
        });
    }

    private static List<String> with(Consumer<List<String>> change) {
        List<String> copy = new ArrayList<>(lines);
        change.accept(copy);
        return copy;
    }

    private static void assertBadAt(long position, List<String> changed) throws IOException {
        IntegrityReport report = verify(changed, Optional.empty());
        assertThat(report.valid()).isFalse();
        assertThat(report.firstBadPosition()).contains(position);
    }

    private static IntegrityReport verify(List<String> rows, Optional<NotedHead> noted) throws IOException {
        byte[] file = String.join("\n", rows).getBytes(UTF_8);
        return ExportedLog.verify(new ByteArrayInputStream(file), noted, checked -> {});
    }
}
