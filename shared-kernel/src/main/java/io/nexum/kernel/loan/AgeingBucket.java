package io.nexum.kernel.loan;

/** How long the oldest instalment has been past due. */
public enum AgeingBucket {
    CURRENT(0, 0),
    DAYS_1_30(1, 30),
    DAYS_31_60(31, 60),
    DAYS_61_90(61, 90),
    OVER_90(91, Integer.MAX_VALUE);

    private final int from;
    private final int through;

    AgeingBucket(int from, int through) {
        this.from = from;
        this.through = through;
    }

    public int from() {
        return from;
    }

    public int through() {
        return through;
    }

    /** @param daysPastDue 0 or more */
    public static AgeingBucket of(int daysPastDue) {
        for (AgeingBucket bucket : values()) {
            if (daysPastDue <= bucket.through) {
                return bucket;
            }
        }
        return OVER_90;
    }
}
