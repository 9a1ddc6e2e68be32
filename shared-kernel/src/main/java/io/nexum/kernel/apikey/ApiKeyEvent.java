package io.nexum.kernel.apikey;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that can happen to an API key. Secrets and their hashes are never among it: a secret is named by an id of
 * its own, which tells nothing of it.
 */
public sealed interface ApiKeyEvent extends DomainEvent {
    ApiKeyId key();

    @Override
    default StreamId stream() {
        return StreamId.of("api_key", key());
    }

    /** @param secretId names the secret that counts from now on */
    record ApiKeyCreated(ApiKeyId key, UUID secretId, ApiKeyDefinition definition) implements ApiKeyEvent {}

    /**
     * @param secretId names the secret that counts from now on
     * @param previous the secret before it, if it counts beside it for a while
     */
    record ApiKeyRotated(ApiKeyId key, UUID secretId, Optional<PreviousSecret> previous) implements ApiKeyEvent {}

    record ApiKeyRevoked(ApiKeyId key) implements ApiKeyEvent {}
}
