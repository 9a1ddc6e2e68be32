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
        // Code points, so that only half a surrogate pair counts as a surrogate; it has no bytes in UTF-8.
        if (key.isEmpty()
                || key.length() > MAX_LENGTH
                || key.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException(
                    "an idempotency key is 1 to " + MAX_LENGTH + " characters without control characters");
        }
    }
}
