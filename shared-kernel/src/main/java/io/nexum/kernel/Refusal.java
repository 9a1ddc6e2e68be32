package io.nexum.kernel;

/** Why a command or a query was refused, as a typed reason. Each context lists its own in one sealed interface. */
public interface Refusal {
    /** What sort of refusal it is, for whoever has to pick a status code. */
    enum Kind {
        /** What the request speaks of is not there. */
        NOT_FOUND,
        /** A value of the request can't be right, whatever the state of the bank. */
        INVALID,
        /** Who asks may not do that, whatever the state of the bank. */
        FORBIDDEN,
        /** A rule of the bank forbids it, as things are. */
        RULE,
        /** It clashes with something that is there or under way. */
        CONFLICT,
        /** An idempotency key came again with another request. */
        KEY_REUSED,
        /** The bank can't tell or can't take it right now; ask again. */
        UNAVAILABLE,
        /** What the bank may have or do is used up. */
        EXHAUSTED
    }

    Kind kind();

    /** One sentence for a person: what was wrong and, where it helps, what would be right. */
    String detail();

    /** The request's field that is to blame, or empty. */
    default String field() {
        return "";
    }

    /** A stable name for programs: the record's name in kebab case, as in {@code insufficient-funds}. */
    default String type() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
