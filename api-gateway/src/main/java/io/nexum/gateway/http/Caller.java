package io.nexum.gateway.http;

import io.nexum.kernel.CommandContext;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.QueryContext.Consistency;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Who sent a request, for which bank, when, and how it is to be answered. A controller method that takes a caller gets
 * the one of its request.
 *
 * @param authority what the user may do
 * @param route method and path, as in {@code POST /transactions/deposit}
 * @param consistency {@code ?consistency=eventual} reads without waiting for one's own writes
 * @param dryRun {@code ?dry_run=true} or {@code X-Dry-Run: true}
 * @param idempotencyHeader what the header {@code Idempotency-Key} says
 */
public record Caller(
        TenantId tenant,
        String user,
        Authority authority,
        String correlationId,
        Instant at,
        String route,
        Consistency consistency,
        boolean dryRun,
        Optional<String> idempotencyHeader) {
    /** The longest key a client may send: the stored one also names the user. */
    public static final int MAX_KEY_LENGTH = 180;

    private static final String KEY_FIELD = "idempotency_key";

    /** For a command that may be sent twice without harm. */
    public CommandContext command() {
        return new CommandContext(
                tenant,
                user,
                authority.transactions(),
                authority.approvals(),
                correlationId,
                at,
                Optional.empty(),
                dryRun);
    }

    /**
     * For a command that moves money. With an idempotency key it counts once however often it is sent.
     *
     * @param bodyKey the body's {@code idempotency_key}
     * @param body what was asked, as read: a second request with the key must ask for the same
     * @throws RefusedException if header and body name different keys, or the key is too long or not printable
     */
    public CommandContext money(Optional<String> bodyKey, Object body) {
        Optional<String> key = idempotencyHeader.or(() -> bodyKey);
        if (idempotencyHeader.isPresent() && bodyKey.isPresent() && !idempotencyHeader.equals(bodyKey)) {
            throw new RefusedException(
                    new InvalidValue(KEY_FIELD, "the header Idempotency-Key and the body name different keys"));
        }
        CommandContext context = command();
        return key.map(k -> context.withIdempotency(idempotencyKey(k, body))).orElse(context);
    }

    /** The same for another tenant, for routes whose subject belongs to one tenant whoever asks. */
    public Caller in(TenantId other) {
        return new Caller(other, user, authority, correlationId, at, route, consistency, dryRun, idempotencyHeader);
    }

    public QueryContext query() {
        return new QueryContext(tenant, consistency);
    }

    /** Keys belong to the user who chose them, so that nobody is answered with what another was told. */
    private IdempotencyKey idempotencyKey(String key, Object body) {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH || key.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException(new InvalidValue(
                    KEY_FIELD, "an idempotency key has 1 to " + MAX_KEY_LENGTH + " printable characters"));
        }
        return new IdempotencyKey(user + ":" + key, fingerprint(body));
    }

    private String fingerprint(Object body) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update((route + '\n' + user + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(Json.bytes(body));
        return HexFormat.of().formatHex(digest.digest());
    }
}
