package io.nexum.bench.load;

import java.nio.ByteBuffer;

/** Where a load's requests come from. */
public interface Requests {
    /** How long a request can be. */
    int maxLength();

    /** Writes the next request into a cleared buffer and leaves it ready to be read. */
    void next(ByteBuffer request);
}
