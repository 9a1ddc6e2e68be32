package io.nexum.query.audit;

import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.HashChain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Proves that an exported log is the one that was written, from the file alone. */
public final class ExportedLog {
    private static final int PROGRESS_EVERY = 10_000;

    private final ChainCheck check;
    private long rows;
    private Optional<NotedHead> head = Optional.empty();

    private ExportedLog(Optional<NotedHead> noted) {
        this.check = new ChainCheck(0, HashChain.genesis(), noted);
    }

    /**
     * @param noted where the log ended when somebody noted it; without it a tail that was cut off together with the
     *     file's last line and a new last line can't be told
     * @param progress told from time to time how many rows are checked
     */
    public static IntegrityReport verify(InputStream lines, Optional<NotedHead> noted, LongConsumer progress)
            throws IOException {
        ExportedLog log = new ExportedLog(noted);
        BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8), 1 << 16);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            log.line(line);
            if (log.rows % PROGRESS_EVERY == 0) {
                progress.accept(log.rows);
            }
        }
        return log.report();
    }

    private void line(String text) {
        ExportedRow.@Nullable Line line = parse(text);
        if (line == null || head.isPresent()) {
            check.breakAt(
                    check.position() + 1,
                    head.isPresent()
                            ? "the file goes on after its last line"
                            : "the line is not one of an exported log");
        } else if (line.event().isPresent()) {
            rows++;
            try {
                check.next(line.event().get().toStoredEvent());
            } catch (IllegalArgumentException e) {
                check.breakAt(check.position() + 1, "the row can't be one that was written: " + e.getMessage());
            }
        } else {
            try {
                head = line.end().map(ExportedRow.Head::head);
                head.ifPresent(end -> check.end(end.position(), HexFormat.of().parseHex(end.hash())));
            } catch (IllegalArgumentException e) {
                check.breakAt(check.position() + 1, "the last line tells no head: " + e.getMessage());
            }
        }
    }

    private static ExportedRow.@Nullable Line parse(String text) {
        try {
            ExportedRow.Line line = Json.read(text, ExportedRow.Line.class);
            return line.event().isPresent() == line.end().isPresent() ? null : line;
        } catch (JacksonException e) {
            return null;
        }
    }

    private IntegrityReport report() {
        if (head.isEmpty()) {
            check.breakAt(check.position() + 1, "the file ends without the line that tells the log's head");
        }
        NotedHead end = head.orElse(new NotedHead(0, HexFormat.of().formatHex(HashChain.genesis())));
        return new IntegrityReport(
                check.broken().isEmpty(),
                1,
                Math.max(end.position(), check.position()),
                rows,
                end.position(),
                end.hash(),
                check.broken().map(ChainCheck.Break::position),
                check.broken().map(ChainCheck.Break::problem));
    }
}
