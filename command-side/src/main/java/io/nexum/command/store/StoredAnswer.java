package io.nexum.command.store;

import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.json.Json;

/**
 * The answer to a request with an idempotency key.
 *
 * @param type the answer's logical type, see {@link AnswerTypes}
 * @param json the answer itself
 */
public record StoredAnswer(String key, String fingerprint, String type, String json) {
    public static StoredAnswer of(IdempotencyKey key, Object answer) {
        return new StoredAnswer(key.key(), key.fingerprint(), AnswerTypes.nameOf(answer), Json.text(answer));
    }

    /** The answer to a request that asks for the same; any other is refused. */
    public Object to(IdempotencyKey asked) {
        if (!asked.fingerprint().equals(fingerprint)) {
            throw new RefusedException(new Refusals.IdempotencyKeyReused(asked.key()));
        }
        return AnswerTypes.read(type, json);
    }
}
