package io.nexum.kernel;

import io.nexum.kernel.log.StreamId;
import java.util.Optional;

/**
 * A question to the read side.
 *
 * @param <R> the answer
 */
public interface Query<R> {
    /**
     * The one entity that it asks about, whose own last event the answer must show; if absent, the answer must show the
     * whole log as it was when the question came.
     */
    default Optional<StreamId> entity() {
        return Optional.empty();
    }
}
