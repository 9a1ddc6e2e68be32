package io.nexum.kernel;

/**
 * The client's name for one request, after draft-ietf-httpapi-idempotency-key-header.
 *
 * @param key what the client sent, 1 to 255 printable characters, unique for the caller
 * @param fingerprint tells whether a second request with the key asks for the same: a digest of route and body
 */
public record IdempotencyKey(String key, String fingerprint) {
    public static final int MAX_LENGTH = 255;

    public IdempotencyKey {
        if (key.isEmpty() || key.length() > MAX_LENGTH || key.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw new IllegalArgumentException(
                    "an idempotency key is 1 to " + MAX_LENGTH + " characters without control characters");
        }
    }
}
