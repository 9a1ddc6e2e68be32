package io.nexum.kernel.log;

import java.util.Optional;
import java.util.UUID;

/**
 * Who caused an event, and by which request.
 *
 * @param command the simple name of the command
 * @param idempotencyKey the client's name for its request
 */
public record EventMetadata(
        UUID eventId, String user, String correlationId, String command, Optional<String> idempotencyKey) {}
