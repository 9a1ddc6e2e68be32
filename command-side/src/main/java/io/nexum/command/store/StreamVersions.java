package io.nexum.command.store;

import io.nexum.kernel.log.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last sequence of the streams that were appended to lately, as far as this process knows; -1 for a stream that
 * has no event. Used by the appender's thread alone.
 */
final class StreamVersions {
    private final Map<StreamId, Long> last;

    StreamVersions(int most) {
        last = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<StreamId, Long> eldest) {
                return size() > most;
            }
        };
    }

    @Nullable
    Long of(StreamId stream) {
        return last.get(stream);
    }

    void put(StreamId stream, long sequence) {
        last.put(stream, sequence);
    }

    void forget() {
        last.clear();
    }
}
