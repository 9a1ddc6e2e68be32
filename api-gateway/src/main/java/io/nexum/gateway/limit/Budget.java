package io.nexum.gateway.limit;

/**
 * How many requests a minute somebody may send.
 *
 * @param owner who, unique among those of the kind
 * @param perMinute above zero
 */
public record Budget(Kind kind, String owner, int perMinute) {
    public Budget {
        if (perMinute <= 0) {
            throw new IllegalArgumentException("a budget of " + perMinute + " requests is none");
        }
    }

    /** Whose requests are counted together. */
    public enum Kind {
        ADDRESS("an address without a valid token"),
        USER("a user"),
        API_KEY("an API key"),
        TENANT("a tenant");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it is told to a client. */
        String words() {
            return words;
        }
    }

    /** The same for every node. */
    String key() {
        return kind.name() + ":" + owner;
    }
}
