package io.nexum.gateway.apikey;

import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Request;
import java.time.Duration;
import org.hibernate.validator.constraints.Range;

/** @param overlapMinutes how long the old secret counts beside the new one; absent: no longer */
record RotateApiKeyBody(
        @Default("0") @Range(min = 0, max = 10_080) int overlapMinutes) implements Request {
    Duration overlap() {
        return Duration.ofMinutes(overlapMinutes);
    }
}
