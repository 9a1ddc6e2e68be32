package io.nexum.command.store;

import io.nexum.kernel.log.StreamId;
import java.time.Instant;

/** An event on its way into the log: all of its row but position and hash. */
@SuppressWarnings("ArrayRecordComponent") // hashed and written, never compared
public record NewEvent(
        StreamId stream, long sequence, String type, Instant recordedAt, byte[] payload, byte[] metadata) {}
