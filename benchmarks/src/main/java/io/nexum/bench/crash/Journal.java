package io.nexum.bench.crash;

import io.nexum.kernel.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What the clients sent and what they were answered, as JSON lines in the order in which they did: for whoever has to
 * find out what went wrong.
 */
final class Journal implements AutoCloseable {
    private final BufferedWriter lines;

    Journal(Path file) throws IOException {
        lines = Files.newBufferedWriter(file);
    }

    void sent(Request request) {
        write(new Line(
                Instant.now(),
                "sent",
                request.key(),
                Map.of("path", request.order().path(), "body", request.order().body())));
    }

    void answered(Request request, Request.Outcome outcome) {
        write(new Line(Instant.now(), outcome.getClass().getSimpleName(), request.key(), outcome));
    }

    private synchronized void write(Line line) {
        try {
            lines.write(Json.text(line));
            lines.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the client's journal can't be written", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        lines.close();
    }

    private record Line(Instant at, String what, String key, Object detail) {}
}
