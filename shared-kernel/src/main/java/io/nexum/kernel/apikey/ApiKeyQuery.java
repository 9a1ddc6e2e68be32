package io.nexum.kernel.apikey;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.log.StreamId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What can be asked about API keys, and the shape of the answers. */
public sealed interface ApiKeyQuery<R> extends Query<R> {
    record GetApiKey(ApiKeyId id) implements ApiKeyQuery<ApiKeyView> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("api_key", id));
        }
    }

    /** In the order in which they were made, the latest first. */
    record FindApiKeys(PageRequest page) implements ApiKeyQuery<Page<ApiKeyView>> {}

    /**
     * @param secretId names the secret that counts
     * @param previous the one before it, if it was given time beside the new one
     * @param createdBy as the log names them
     */
    record ApiKeyView(
            ApiKeyId id,
            ApiKeyDefinition definition,
            UUID secretId,
            Optional<PreviousSecret> previous,
            String createdBy,
            Instant createdAt,
            Optional<Instant> rotatedAt,
            Optional<Instant> revokedAt) {
        /** Whether the key may be used at all. */
        public boolean countsAt(Instant now) {
            return revokedAt.isEmpty() && !definition.bounds().isOverAt(now);
        }

        /** Whether the key may be used with the secret of this name. */
        public boolean countsAt(Instant now, UUID secret) {
            return countsAt(now)
                    && (secret.equals(secretId)
                            || previous.filter(old -> old.secretId().equals(secret))
                                    .filter(old -> now.isBefore(old.countsUntil()))
                                    .isPresent());
        }
    }
}
