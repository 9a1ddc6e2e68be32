package io.nexum.command.apikey;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.command.role.RoleRules;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.apikey.ApiKeyBounds;
import io.nexum.kernel.apikey.ApiKeyCommand;
import io.nexum.kernel.apikey.ApiKeyCommand.CreateApiKey;
import io.nexum.kernel.apikey.ApiKeyCommand.RevokeApiKey;
import io.nexum.kernel.apikey.ApiKeyCommand.RotateApiKey;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyCreated;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRotated;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.ApiKeyRefusal;
import io.nexum.kernel.apikey.PreviousSecret;
import io.nexum.kernel.role.RoleRefusal.BeyondOwnAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The life of an API key. */
public final class ApiKeyCommands implements CommandHandler<ApiKeyCommand> {
    @Override
    public Class<?> commands() {
        return ApiKeyCommand.class;
    }

    @Override
    public ApiKeyId handle(ApiKeyCommand command, Workspace work) {
        ApiKeyId key = command.key();
        ApiKeyState state = work.load(ApiKeyState.TYPE, ApiKeyState.TYPE.stream(key));
        switch (command) {
            case CreateApiKey create -> create(create, state, work);
            case RotateApiKey rotate -> rotate(rotate, state, work);
            case RevokeApiKey revoke -> revoke(key, state, work);
        }
        return key;
    }

    private static void create(CreateApiKey command, ApiKeyState state, Workspace work) {
        if (state.definition().isPresent()) {
            throw new RefusedException(
                    new Refusals.AlreadyTaken("API key", command.key().toString()));
        }
        mustCount(command.key(), command.definition(), work.at());
        mustCover(command.by(), command.within(), command.definition());
        work.record(new ApiKeyCreated(command.key(), command.secretId(), command.definition()));
    }

    private static void rotate(RotateApiKey command, ApiKeyState state, Workspace work) {
        ApiKeyDefinition definition = mustBeThere(command.key(), state);
        if (state.revoked()) {
            throw new RefusedException(new ApiKeyRefusal.ApiKeyIsRevoked(command.key()));
        }
        mustCount(command.key(), definition, work.at());
        mustCover(command.by(), command.within(), definition);
        Optional<PreviousSecret> previous = state.secretId()
                .filter(secret -> !command.overlap().equals(Duration.ZERO))
                .map(secret -> new PreviousSecret(secret, work.at().plus(command.overlap())));
        work.record(new ApiKeyRotated(command.key(), command.secretId(), previous));
    }

    /** Anybody who manages keys may do it, whatever the key may do: it only takes away. */
    private static void revoke(ApiKeyId key, ApiKeyState state, Workspace work) {
        mustBeThere(key, state);
        if (!state.revoked()) {
            work.record(new ApiKeyRevoked(key));
        }
    }

    private static ApiKeyDefinition mustBeThere(ApiKeyId key, ApiKeyState state) {
        return state.definition()
                .orElseThrow(() -> new RefusedException(new Refusals.NotFound("API key", key.toString())));
    }

    private static void mustCount(ApiKeyId key, ApiKeyDefinition definition, Instant now) {
        if (definition.bounds().isOverAt(now)) {
            throw new RefusedException(new ApiKeyRefusal.ApiKeyHasExpired(key));
        }
    }

    /** Whoever learns a key's secret can do what the key may do. */
    private static void mustCover(Authority own, ApiKeyBounds within, ApiKeyDefinition key) {
        RoleRules.mustCover(own, key.authority(), "this key");
        if (!within.covers(key.bounds())) {
            throw new RefusedException(
                    new BeyondOwnAuthority("how long, how often or from where this key may be used"));
        }
    }
}
