package io.nexum.gateway.apikey;

import io.nexum.gateway.apikey.ApiKeySecrets.Secret;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.NewId;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.Refusal.Kind;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.apikey.ApiKeyBounds;
import io.nexum.kernel.apikey.ApiKeyCommand;
import io.nexum.kernel.apikey.ApiKeyCommand.CreateApiKey;
import io.nexum.kernel.apikey.ApiKeyCommand.RevokeApiKey;
import io.nexum.kernel.apikey.ApiKeyCommand.RotateApiKey;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.ApiKeyQuery.ApiKeyView;
import io.nexum.kernel.apikey.ApiKeyQuery.GetApiKey;
import io.nexum.kernel.apikey.PreviousSecret;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes and changes keys, and sees to it that a change counts when it is answered. */
final class ApiKeyChanges {
    /** Longer than a rotation can take from writing its secret to the event that names it. */
    private static final Duration UNNAMED = Duration.ofHours(1);

    private final Commands commands;
    private final Queries queries;
    private final ApiKeySecrets secrets;
    private final ApiKeys keys;

    ApiKeyChanges(Commands commands, Queries queries, ApiKeySecrets secrets, ApiKeys keys) {
        this.commands = commands;
        this.queries = queries;
        this.secrets = secrets;
        this.keys = keys;
    }

    /** @param text the key itself, told once and kept nowhere */
    record Issued(ApiKeyView key, ApiKeyText text) {}

    /** @param within the bounds of the caller, if that is a key too */
    Issued create(ApiKeyDefinition definition, Caller caller, ApiKeyBounds within) {
        ApiKeyId key = new ApiKeyId(NewId.next());
        return issue(key, caller, secret -> new CreateApiKey(key, secret, definition, authority(caller), within));
    }

    /** @param within the bounds of the caller, if that is a key too */
    Issued rotate(ApiKeyId key, Duration overlap, Caller caller, ApiKeyBounds within) {
        shown(key, caller); // no secret is written for a key that isn't there
        Issued issued = issue(key, caller, secret -> new RotateApiKey(key, secret, overlap, authority(caller), within));
        List<UUID> counting = Stream.concat(
                        Stream.of(issued.key().secretId()),
                        issued.key().previous().map(PreviousSecret::secretId).stream())
                .toList();
        secrets.removeOld(caller.tenant(), key, counting, caller.at().minus(UNNAMED));
        return issued;
    }

    ApiKeyView revoke(ApiKeyId key, Caller caller) {
        commands.send(new RevokeApiKey(key), Granted.inEarnest(caller).command());
        ApiKeyView revoked = counting(key, caller);
        secrets.removeAll(caller.tenant(), key);
        return revoked;
    }

    private Issued issue(ApiKeyId key, Caller caller, Function<UUID, ApiKeyCommand> command) {
        Caller inEarnest = Granted.inEarnest(caller);
        ApiKeyText text = ApiKeyText.fresh(caller.tenant(), key);
        UUID secret = NewId.next();
        secrets.add(caller.tenant(), key, new Secret(secret, text.hash()), caller.at());
        try {
            commands.send(command.apply(secret), inEarnest.command());
        } catch (RefusedException e) {
            if (e.refusal().kind() != Kind.UNAVAILABLE) { // then it may still be written
                secrets.remove(caller.tenant(), key, secret);
            }
            throw e;
        }
        return new Issued(counting(key, caller), text);
    }

    /** Who runs the installation and acts for a bank can't give its keys what counts in their own bank only. */
    private static Authority authority(Caller caller) {
        return caller.authority().within(caller.tenant());
    }

    private ApiKeyView counting(ApiKeyId key, Caller caller) {
        ApiKeyView now = shown(key, caller);
        keys.forget(caller.tenant(), key);
        return now;
    }

    private ApiKeyView shown(ApiKeyId key, Caller caller) {
        return queries.ask(new GetApiKey(key), QueryContext.strong(caller.tenant()));
    }
}
