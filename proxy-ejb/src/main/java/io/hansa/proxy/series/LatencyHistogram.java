package io.hansa.proxy.series;

import java.util.Arrays;

/** Counts of durations, in buckets that are at most an eighth wide. Not for many threads. */
final class LatencyHistogram {
    private static final int PER_DOUBLING = 8;
    private static final int DOUBLINGS = 31;
    private static final double NONE = Double.NaN;

    private final int[] counts = new int[PER_DOUBLING * DOUBLINGS];
    private int all;

    void add(long nanos) {
        counts[bucket(nanos / 1000)]++;
        all++;
    }

    void clear() {
        Arrays.fill(counts, 0);
        all = 0;
    }

    /**
     * The duration in milliseconds that so large a share does not exceed; NaN where there is none.
     */
    double percentile(double share) {
        if (all == 0) {
            return NONE;
        }
        long rank = Math.max(1, (long) Math.ceil(share * all));
        int bucket = -1;
        for (long seen = 0; seen < rank; ) {
            seen += counts[++bucket];
        }
        return upper(bucket) / 1000.0;
    }

    private static int bucket(long micros) {
        if (micros < PER_DOUBLING) {
            return (int) Math.max(0, micros);
        }
        int doubling = 63 - Long.numberOfLeadingZeros(micros);
        int within = (int) (micros >> doubling - 3) & PER_DOUBLING - 1;
        int bucket = (doubling - 2) * PER_DOUBLING + within;
        return Math.min(PER_DOUBLING * DOUBLINGS - 1, bucket);
    }

    /** In microseconds, behind the bucket. */
    private static long upper(int bucket) {
        if (bucket < PER_DOUBLING) {
            return bucket + 1;
        }
        int doubling = bucket / PER_DOUBLING + 2;
        return (long) (PER_DOUBLING + bucket % PER_DOUBLING + 1) << doubling - 3;
    }
}
