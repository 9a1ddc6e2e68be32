package io.nexum.kernel.log;

import io.nexum.kernel.TenantId;
import java.time.Instant;

/**
 * One row of the log, as stored.
 *
 * @param position from 1 without gaps within the tenant
 * @param sequence from 0 without gaps within the stream
 * @param type logical name with version, as in {@code account.opened.v1}
 * @param recordedAt to the microsecond
 * @param payload the event's fields as JSON, byte for byte what was hashed
 * @param metadata who, why and by which request, as JSON, byte for byte what was hashed
 * @param hash the chain's hash up to and with this row
 */
@SuppressWarnings("ArrayRecordComponent") // rows are read and hashed, never compared
public record StoredEvent(
        TenantId tenant,
        long position,
        StreamId stream,
        long sequence,
        String type,
        Instant recordedAt,
        byte[] payload,
        byte[] metadata,
        byte[] hash) {}
