package io.nexum.gateway.request;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import java.util.function.Function;

/** Ids in paths. */
public final class Names {
    private Names() {}

    /**
     * What an id in a path names.
     *
     * @throws RefusedException {@code NotFound}, if it is not an id at all: nothing is there under such a name
     */
    public static <T> T inPath(String what, String id, Function<String, T> of) {
        try {
            return of.apply(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new Refusals.NotFound(what, id.length() > 80 ? id.substring(0, 80) : id));
        }
    }
}
