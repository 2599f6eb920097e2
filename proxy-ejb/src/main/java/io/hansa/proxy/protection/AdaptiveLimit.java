package io.hansa.proxy.protection;

import com.netflix.concurrency.limits.limit.Gradient2Limit;
import io.hansa.proxy.configuration.PressureLimits;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests the node handles at once, found by watching how much longer replies take than
 * usual (the gradient algorithm of Netflix's concurrency-limits). Each answer is compared with the
 * usual ones of its own target, and failures are not looked at, so a server that hangs is no reason
 * for the node to take less. Requests only add to two sums; {@link #adapt} reads them at intervals.
 */
final class AdaptiveLimit {
    private static final double NANOS = 1_000_000;

    /** One answer that took far too long must not speak for all. */
    private static final double MOST_STRAIN = 10;

    /** Of so few nothing can be learnt: the limit stays as it is. */
    private static final int FEW = 16;

    private final Gradient2Limit limit;
    private final DoubleAdder latencyRatio = new DoubleAdder();
    private final LongAdder answers = new LongAdder();
    private volatile int current;

    AdaptiveLimit(int max, PressureLimits limits) {
        int min = Math.min(max, Math.max(FEW, max * limits.minPercent() / 100));
        limit =
                Gradient2Limit.newBuilder()
                        .initialLimit(max)
                        .maxConcurrency(max)
                        .minLimit(min)
                        .queueSizeFunction(now -> Math.max(4, (int) Math.sqrt(now)))
                        .rttTolerance(limits.tolerance())
                        .build();
        current = max;
    }

    int current() {
        return current;
    }

    /**
     * @param times how long an answer took, in times of its target's usual
     */
    void recordLatencyRatio(double times) {
        latencyRatio.add(Math.min(MOST_STRAIN, times));
        answers.increment();
    }

    /** For one thread at a time. */
    void adapt(int inFlight) {
        long seen = answers.sumThenReset();
        double sum = latencyRatio.sumThenReset();
        if (seen > 0 && sum > 0) {
            limit.onSample(0, (long) (sum / seen * NANOS), inFlight, false);
            current = limit.getLimit();
        }
    }
}
