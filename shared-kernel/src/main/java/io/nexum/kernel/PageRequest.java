package io.nexum.kernel;

/** Which part of a list is wanted: {@code skip} from 0, {@code limit} from 1 to {@value #MAX_LIMIT}. */
public record PageRequest(int skip, int limit) {
    public static final int MAX_LIMIT = 200;
    public static final PageRequest FIRST = new PageRequest(0, 50);

    public PageRequest {
        if (skip < 0) {
            throw new RefusedException(new Refusals.InvalidValue("skip", "skip starts at 0"));
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RefusedException(new Refusals.InvalidValue("limit", "limit is 1 to " + MAX_LIMIT));
        }
    }
}
