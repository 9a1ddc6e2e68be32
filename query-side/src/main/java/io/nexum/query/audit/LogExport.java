package io.nexum.query.audit;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.store.Stores;
import io.nexum.query.log.LogReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Writes a log as JSON lines: one {@code {"event": {...}}} a row with every stored field, then one
 * {@code {"end": {...}}} with the head. {@link ExportedLog} verifies it without the database.
 */
public final class LogExport {
    private static final int PROGRESS_EVERY = 10_000;

    private LogExport() {}

    /**
     * Writes the log as it is when this is called. The stream is flushed, not closed.
     *
     * @param progress told from time to time how many rows are written
     * @return the head, to be noted elsewhere
     */
    public static NotedHead write(Stores stores, TenantId tenant, OutputStream to, LongConsumer progress)
            throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(to, 1 << 16);
        try (Connection connection = stores.of(tenant).getConnection()) {
            NotedHead head = LogHead.read(connection, tenant).noted();
            LogReader.read(connection, tenant, 0, head.position(), Long.MAX_VALUE, row -> {
                line(out, new ExportedRow.Line(Optional.of(ExportedRow.of(row)), Optional.empty()));
                if (row.position() % PROGRESS_EVERY == 0) {
                    progress.accept(row.position());
                }
            });
            line(out, new ExportedRow.Line(Optional.empty(), Optional.of(new ExportedRow.Head(tenant, head))));
            out.flush();
            return head;
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(OutputStream out, ExportedRow.Line line) {
        try {
            out.write(Json.bytes(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
