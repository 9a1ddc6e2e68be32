package io.nexum.command.store;

import io.nexum.kernel.log.StreamId;

/** Why the appender turned one unit down, where trying again can help. Nothing of it was written. */
public abstract sealed class AppendRejected extends RuntimeException {
    private AppendRejected(String message) {
        super(message, null, false, false);
    }

    /** The unit was decided on a state that is not the newest: decide anew. */
    public static final class VersionConflict extends AppendRejected {
        private final transient StreamId stream;

        VersionConflict(StreamId stream) {
            super(stream + " has moved on");
            this.stream = stream;
        }

        public StreamId stream() {
            return stream;
        }
    }

    /** Another unit with the same idempotency key was first: look its answer up. */
    public static final class AlreadyAnswered extends AppendRejected {
        private final String key;

        AlreadyAnswered(String key) {
            super("the idempotency key '" + key + "' has an answer");
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
