package io.nexum.kernel.apikey;

import java.time.Instant;
import java.util.UUID;

/** A secret that was replaced and still counts for a while, so that machines can be told the new one meanwhile. */
public record PreviousSecret(UUID secretId, Instant countsUntil) {}
