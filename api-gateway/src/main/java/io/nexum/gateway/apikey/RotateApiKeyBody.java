package io.nexum.gateway.apikey;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import java.time.Duration;
import java.util.Optional;

/** @param overlapMinutes how long the old secret counts beside the new one; absent: no longer */
record RotateApiKeyBody(Optional<Integer> overlapMinutes) implements Body {
    private static final int MOST_MINUTES = 7 * 24 * 60;

    static RotateApiKeyBody read(Fields in) {
        return new RotateApiKeyBody(in.wholeNumber("overlap_minutes", 0, MOST_MINUTES));
    }

    Duration overlap() {
        return Duration.ofMinutes(overlapMinutes.orElse(0));
    }
}
