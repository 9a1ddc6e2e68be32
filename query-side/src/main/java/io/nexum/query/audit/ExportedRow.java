package io.nexum.query.audit;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StoredEvent;
import io.nexum.kernel.log.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of an exported log: a row, or at the end the log's head.
 *
 * @param payload the JSON text as stored, in a string, so that its bytes stay what was hashed
 * @param metadata likewise
 * @param hash in hexadecimal
 */
record ExportedRow(
        TenantId tenant,
        long position,
        String stream,
        long sequence,
        String type,
        Instant recordedAt,
        String payload,
        String metadata,
        String hash) {

    /** Refuses a line that lacks a field. */
    ExportedRow {
        Stream.of(tenant, stream, type, recordedAt, payload, metadata, hash).forEach(Objects::requireNonNull);
    }

    /** The last line: where the log ended. */
    record Head(TenantId tenant, NotedHead head) {}

    /** Any line: one of the two is there. */
    record Line(Optional<ExportedRow> event, Optional<Head> end) {}

    static ExportedRow of(StoredEvent row) {
        return new ExportedRow(
                row.tenant(),
                row.position(),
                row.stream().value(),
                row.sequence(),
                row.type(),
                row.recordedAt(),
                new String(row.payload(), StandardCharsets.UTF_8),
                new String(row.metadata(), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(row.hash()));
    }

    StoredEvent toStoredEvent() {
        return new StoredEvent(
                tenant,
                position,
                new StreamId(stream),
                sequence,
                type,
                recordedAt,
                payload.getBytes(StandardCharsets.UTF_8),
                metadata.getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex(hash));
    }
}
