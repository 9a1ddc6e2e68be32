package io.nexum.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param skip how many came before it
 * @param limit how many it could hold at most
 * @param total how many there are
 */
public record Page<T>(List<T> items, int skip, int limit, long total) {
    public <U> Page<U> map(Function<T, U> change) {
        return new Page<>(items.stream().map(change).toList(), skip, limit, total);
    }
}
