package io.nexum.query.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.EventCodec;
import io.nexum.kernel.log.EventMetadata;
import io.nexum.kernel.log.StoredEvent;
import java.time.Instant;

/**
 * An event with where and when the log holds it.
 *
 * @param row as stored
 */
public record LoggedEvent(StoredEvent row, DomainEvent event) {
    public static LoggedEvent of(StoredEvent row) {
        return new LoggedEvent(row, EventCodec.decode(row.type(), row.payload()));
    }

    public long position() {
        return row.position();
    }

    public Instant recordedAt() {
        return row.recordedAt();
    }

    /** Who caused it. */
    public String user() {
        return Json.read(row.metadata(), EventMetadata.class).user();
    }
}
