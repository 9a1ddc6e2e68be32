package io.nexum.kernel;

/** Where queries are asked. */
public interface Queries {
    /**
     * @throws RefusedException if what the query speaks of is not there, a value of it can't be right, or the read side
     *     stayed too far behind for too long
     */
    <R> R ask(Query<R> query, QueryContext context);
}
