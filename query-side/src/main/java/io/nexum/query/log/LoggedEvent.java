package io.nexum.query.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.StoredEvent;
import java.time.Instant;
import tools.jackson.core.JsonParser;

/**
 * An event with where and when the log holds it.
 *
 * @param row as stored
 */
public record LoggedEvent(StoredEvent row, DomainEvent event) {
    public long position() {
        return row.position();
    }

    public Instant recordedAt() {
        return row.recordedAt();
    }

    /** Who caused it. Read by itself: the metadata's other fields would cost as much again as the event. */
    public String user() {
        try (JsonParser metadata = Json.MAPPER.createParser(row.metadata())) {
            metadata.nextToken();
            for (String name = metadata.nextName(); name != null; name = metadata.nextName()) {
                metadata.nextToken();
                if (name.equals("user")) {
                    return metadata.getString();
                }
                metadata.skipChildren();
            }
        }
        throw new IllegalArgumentException("the metadata at position " + position() + " names no user");
    }
}
