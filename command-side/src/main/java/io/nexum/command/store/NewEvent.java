package io.nexum.command.store;

import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.EventCodec;
import io.nexum.kernel.log.EventMetadata;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StreamId;
import java.time.Instant;
import java.util.UUID;

/** An event on its way into the log: all of its row but position and hash. */
@SuppressWarnings("ArrayRecordComponent") // hashed and written, never compared
public record NewEvent(
        StreamId stream, long sequence, String type, Instant recordedAt, byte[] payload, byte[] metadata) {

    /**
     * @param id the event's own
     * @param sequence its place in its stream
     * @param command the name of what it was decided by
     */
    public static NewEvent of(
            UUID id, DomainEvent event, long sequence, String command, CommandContext context, PersonalEvents codec) {
        EventMetadata metadata = new EventMetadata(
                id,
                context.actor(),
                context.correlationId(),
                command,
                context.idempotency().map(IdempotencyKey::key));
        return new NewEvent(
                event.stream(),
                sequence,
                EventCodec.typeOf(event),
                context.at(),
                codec.encode(context.tenant(), event),
                Json.bytes(metadata));
    }
}
