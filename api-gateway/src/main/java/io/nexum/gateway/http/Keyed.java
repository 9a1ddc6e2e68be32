package io.nexum.gateway.http;

import java.util.Optional;

/** What may hold the client's name for its request. */
public interface Keyed {
    /** At most {@value Caller#MAX_KEY_LENGTH} characters. */
    Optional<String> idempotencyKey();
}
