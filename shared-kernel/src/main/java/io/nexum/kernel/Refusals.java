package io.nexum.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Refusals that belong to no single part of the business. */
public sealed interface Refusals extends Refusal {
    /** The named thing is not there. */
    record NotFound(String what, String id) implements Refusals {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "there is no " + what + " " + id;
        }
    }

    /** A value can't be right. */
    record InvalidValue(String field, String detail) implements Refusals {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Several values can't be right: all that is wrong with a request, told at once, in its order. */
    record InvalidValues(List<InvalidValue> values) implements Refusals {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return values.getFirst().field();
        }

        @Override
        public String detail() {
            return values.stream().map(InvalidValue::detail).collect(Collectors.joining("; "));
        }

        /** The same as one bad value's: for a program they are one sort of problem. */
        @Override
        public String type() {
            return "invalid-value";
        }
    }

    /** Something that must be unique is taken. */
    record AlreadyTaken(String what, String value) implements Refusals {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "the " + what + " " + value + " is already taken";
        }
    }

    /** The idempotency key was used for another request. */
    record IdempotencyKeyReused(String key) implements Refusals {
        @Override
        public Kind kind() {
            return Kind.KEY_REUSED;
        }

        @Override
        public String detail() {
            return "the idempotency key '" + key + "' was used for another request; send a new key with a new request";
        }
    }

    /** The first request with the idempotency key has not been answered yet. */
    record RequestStillRunning(String key) implements Refusals {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "the first request with the idempotency key '" + key + "' is still running; ask again shortly";
        }
    }

    /** Other commands kept changing the same entities; nothing was written. */
    record TooMuchContention(String stream) implements Refusals {
        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public String detail() {
            return "too many other commands change " + stream + "; nothing was written, send the command again";
        }
    }

    /** The store can't be reached or is behind; nothing was written, or the same key tells what was. */
    record StoreUnavailable(String detail) implements Refusals {
        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }
}
