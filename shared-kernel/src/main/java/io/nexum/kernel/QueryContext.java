package io.nexum.kernel;

/** For which bank a query is asked, and how new the answer must be. */
public record QueryContext(TenantId tenant, Consistency consistency) {
    public enum Consistency {
        /** Shows all that was acknowledged before the question came; waits for it, within bounds. */
        STRONG,
        /** Shows what the read side has, without waiting. */
        EVENTUAL
    }

    public static QueryContext strong(TenantId tenant) {
        return new QueryContext(tenant, Consistency.STRONG);
    }
}
