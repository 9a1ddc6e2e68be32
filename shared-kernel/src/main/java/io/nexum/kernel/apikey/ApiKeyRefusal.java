package io.nexum.kernel.apikey;

import io.nexum.kernel.Refusal;

/** Why something is refused about an API key. */
public sealed interface ApiKeyRefusal extends Refusal {
    record ApiKeyIsRevoked(ApiKeyId key) implements ApiKeyRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "the API key " + key + " was revoked; make another one";
        }
    }

    /** The key's end has come, or would come before its beginning. */
    record ApiKeyHasExpired(ApiKeyId key) implements ApiKeyRefusal {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String detail() {
            return "the API key " + key + " would have expired already; make one that expires later";
        }
    }
}
