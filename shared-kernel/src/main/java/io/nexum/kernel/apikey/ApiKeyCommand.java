package io.nexum.kernel.apikey;

import io.nexum.kernel.Command;
import io.nexum.kernel.access.Authority;
import java.time.Duration;
import java.util.UUID;

/** What can be asked for an API key. Each answers the key's id. */
public sealed interface ApiKeyCommand extends Command<ApiKeyId> {
    ApiKeyId key();

    /**
     * @param secretId names the key's first secret
     * @param by what the one who asks may do: nobody hands out more
     * @param within the bounds of the one who asks, if that is a key too
     */
    record CreateApiKey(ApiKeyId key, UUID secretId, ApiKeyDefinition definition, Authority by, ApiKeyBounds within)
            implements ApiKeyCommand {}

    /**
     * Gives the key a new secret. Who asks learns it, and so must be allowed to do all that the key may do.
     *
     * @param overlap how long the old secret counts beside the new one; zero or more
     */
    record RotateApiKey(ApiKeyId key, UUID secretId, Duration overlap, Authority by, ApiKeyBounds within)
            implements ApiKeyCommand {}

    /** Ends the key for good. */
    record RevokeApiKey(ApiKeyId key) implements ApiKeyCommand {}
}
