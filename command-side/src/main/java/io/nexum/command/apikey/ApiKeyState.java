package io.nexum.command.apikey;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.apikey.ApiKeyEvent;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyCreated;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRotated;
import java.util.Optional;
import java.util.UUID;

/**
 * What a key's rules need to know, and how each event changes that.
 *
 * @param definition absent before the key is made
 * @param secretId names the secret that counts
 */
public record ApiKeyState(Optional<ApiKeyDefinition> definition, Optional<UUID> secretId, boolean revoked) {
    public static final EntityType<ApiKeyState> TYPE = new EntityType<>(
            "api_key",
            new ApiKeyState(Optional.empty(), Optional.empty(), false),
            ApiKeyState.class,
            "1",
            ApiKeyState::evolve);

    static ApiKeyState evolve(ApiKeyState now, DomainEvent happened) {
        return switch ((ApiKeyEvent) happened) {
            case ApiKeyCreated created ->
                new ApiKeyState(Optional.of(created.definition()), Optional.of(created.secretId()), false);
            case ApiKeyRotated rotated -> new ApiKeyState(now.definition, Optional.of(rotated.secretId()), now.revoked);
            case ApiKeyRevoked revoked -> new ApiKeyState(now.definition, now.secretId, true);
        };
    }
}
