package io.nexum.gateway.request;

import java.util.Optional;

/** A request that counts once, however often it is sent. */
public interface MoneyRequest extends Request {
    /** The client's name for it, where that stands in the body; at most {@value #MAX_KEY_LENGTH} characters. */
    Optional<String> idempotencyKey();

    /** The longest key a client may send: the stored one also names the user. */
    int MAX_KEY_LENGTH = 180;
}
