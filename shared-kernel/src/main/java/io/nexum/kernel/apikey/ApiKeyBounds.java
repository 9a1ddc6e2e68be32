package io.nexum.kernel.apikey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much, from where and how long a key may be used.
 *
 * @param requestsPerMinute above zero; absent: as many as a user may send
 * @param allowedAddresses ranges of network addresses, as in {@code 10.0.0.0/8}; none: from anywhere
 * @param expiresAt the key no longer counts from this moment on; absent: until it is revoked
 */
public record ApiKeyBounds(
        Optional<Integer> requestsPerMinute, List<String> allowedAddresses, Optional<Instant> expiresAt) {
    /** Of somebody who is no key. */
    public static final ApiKeyBounds NONE = new ApiKeyBounds(Optional.empty(), List.of(), Optional.empty());

    public ApiKeyBounds {
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    /**
     * Whether whoever is bound by this may hand out a key that is bound by the other. Addresses are compared as they
     * are written: a part of a range is not taken for the range.
     */
    public boolean covers(ApiKeyBounds other) {
        boolean requests = requestsPerMinute
                .map(most -> other.requestsPerMinute.filter(n -> n <= most).isPresent())
                .orElse(true);
        boolean addresses = allowedAddresses.isEmpty()
                || (!other.allowedAddresses.isEmpty() && allowedAddresses.containsAll(other.allowedAddresses));
        boolean expiry = expiresAt
                .map(end -> other.expiresAt.filter(at -> !at.isAfter(end)).isPresent())
                .orElse(true);
        return requests && addresses && expiry;
    }

    public boolean isOverAt(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }
}
