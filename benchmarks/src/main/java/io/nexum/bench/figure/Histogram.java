package io.nexum.bench.figure;

/**
 * Counts values in buckets whose width grows with the value, so that every percentile is told to within 1 % whatever
 * its size, in a fixed {@value #BUCKETS} counters.
 */
public final class Histogram {
    private static final int SUB_BUCKET_BITS = 7;
    private static final int SUB_BUCKETS = 1 << SUB_BUCKET_BITS;
    private static final int BUCKETS = (Long.SIZE - SUB_BUCKET_BITS) * SUB_BUCKETS;

    private final long[] counts = new long[BUCKETS];
    private long count;
    private long max;

    /** @param value not below zero */
    public void record(long value) {
        counts[bucketOf(value)]++;
        count++;
        max = Math.max(max, value);
    }

    public long count() {
        return count;
    }

    public long max() {
        return max;
    }

    /**
     * The value that this percentage of the recorded values doesn't exceed; zero if there is none.
     *
     * @param percentile above 0, at most 100
     */
    public long percentile(double percentile) {
        long rank = Math.max(1, (long) Math.ceil(count * percentile / 100));
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += counts[bucket];
            if (seen >= rank) {
                return Math.min(max, highestOf(bucket));
            }
        }
        return max;
    }

    // Values below SUB_BUCKETS have a bucket each; above, each power of two is divided into SUB_BUCKETS parts.
    private static int bucketOf(long value) {
        int shift = Math.max(0, Long.SIZE - 1 - SUB_BUCKET_BITS - Long.numberOfLeadingZeros(value | 1));
        return value < SUB_BUCKETS ? (int) value : (shift << SUB_BUCKET_BITS) + (int) (value >>> shift);
    }

    private static long highestOf(int bucket) {
        if (bucket < 2 * SUB_BUCKETS) {
            return bucket;
        }
        int shift = (bucket >> SUB_BUCKET_BITS) - 1;
        long first = (long) (SUB_BUCKETS + (bucket & (SUB_BUCKETS - 1))) << shift;
        return first + (1L << shift) - 1;
    }
}
