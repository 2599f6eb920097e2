package io.hansa.proxy.routing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The work that one destination has in hand and how long it lately took: an average that jumps up at
 * once and decays slowly, so that a slow answer is not forgotten too soon. Safe for many threads.
 */
public final class Workload {
    private static final double DECAY_NANOS = 10_000_000_000.0;

    private record Latency(double nanos, long at) {}

    private final AtomicInteger inHand = new AtomicInteger();
    private volatile Latency latency = new Latency(0, System.nanoTime());

    public void begin() {
        inHand.incrementAndGet();
    }

    /** @param nanos how long the work took; two ends at once may lose one sample, which does no harm */
    public void end(long nanos) {
        inHand.decrementAndGet();
        Latency last = latency;
        long now = System.nanoTime();
        double kept = Math.exp(-(now - last.at()) / DECAY_NANOS);
        double average = last.nanos() * kept + nanos * (1 - kept);
        latency = new Latency(Math.max(average, nanos), now);
    }

    public int inHand() {
        return inHand.get();
    }

    /** In hand ÷ capacity. */
    public double load(int capacity) {
        return inHand.get() / (double) capacity;
    }

    /** What one more request would cost there, for comparison only: expected latency × queue, decayed by idleness. */
    double peakEwma() {
        Latency last = latency;
        double decayed = last.nanos() * Math.exp(-(System.nanoTime() - last.at()) / DECAY_NANOS);
        return (decayed + 1) * (inHand.get() + 1);
    }
}
