package io.hansa.proxy.routing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The work that one destination has in flight, how long it lately took, and how often it lately
 * failed. The latency is an average that jumps up at once and decays slowly, so that a slow answer
 * is not forgotten too soon. Two updates at once may lose one sample, which does no harm. Safe for
 * many threads.
 */
public final class Workload {
    private static final double DECAY_NANOS = 10_000_000_000.0;
    private static final double FASTER_NANOS = 5_000_000_000.0;
    private static final double SLOWER_NANOS = 60_000_000_000.0;
    private static final double NEW_SAMPLE = 0.1;

    /**
     * A destination that fails costs as if it took this long: failing fast must not look like being
     * fast.
     */
    private static final double FAILURE_NANOS = 1_000_000_000.0;

    /** A destination that fails is as busy as if it had this many more in flight. */
    private static final double FAILURE_IN_HAND = 16;

    private record Latency(double nanos, long at) {}

    private record Failures(double share, long at) {
        double now(long now) {
            return share == 0 ? 0 : share * Math.exp(-(now - at) / DECAY_NANOS);
        }
    }

    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Latency latency = new Latency(0, System.nanoTime());
    private volatile Failures failures = new Failures(0, System.nanoTime());
    private volatile long usualNanos;
    private volatile Latency longRun = new Latency(0, System.nanoTime());

    public void begin() {
        inFlight.incrementAndGet();
    }

    /**
     * @param nanos how long the work took, however it ended
     */
    public void end(long nanos) {
        inFlight.decrementAndGet();
        Latency last = latency;
        long now = System.nanoTime();
        double kept = Math.exp(-(now - last.at()) / DECAY_NANOS);
        double average = last.nanos() * kept + nanos * (1 - kept);
        latency = new Latency(Math.max(average, nanos), now);
    }

    /** The work came out well, in that time. */
    public void answered(long nanos) {
        long usual = usualNanos;
        usualNanos = usual == 0 ? nanos : usual + (long) ((nanos - usual) * NEW_SAMPLE);
        if (failures.share() > 0) {
            count(0);
        }
    }

    /**
     * How many times its long-run latency an answer took: about 1 as long as all is well, wherever
     * it comes from. The long run follows slowly what gets slower, and soon what gets faster.
     */
    public double latencyRatio(long nanos) {
        Latency last = longRun;
        long now = System.nanoTime();
        if (last.nanos() == 0) {
            longRun = new Latency(Math.max(1, nanos), now);
            return 1;
        }
        double decay = nanos < last.nanos() ? FASTER_NANOS : SLOWER_NANOS;
        double kept = Math.exp(-(now - last.at()) / decay);
        longRun = new Latency(Math.max(1, last.nanos() * kept + nanos * (1 - kept)), now);
        return nanos / last.nanos();
    }

    /** The destination failed. */
    public void failed() {
        count(1);
    }

    private void count(int failure) {
        long now = System.nanoTime();
        double before = failures.now(now);
        double after = before + (failure - before) * NEW_SAMPLE;
        failures = new Failures(after < 0.001 ? 0 : after, now);
    }

    public int inFlight() {
        return inFlight.get();
    }

    /** The average of what came out well; 0 where nothing has yet. */
    public long usualNanos() {
        return usualNanos;
    }

    /** In hand ÷ capacity. */
    public double load(int capacity) {
        return inFlight.get() / (double) capacity;
    }

    /**
     * How busy it is, for comparison only. Where nothing fails the clock is not asked, which takes
     * longer than all the rest.
     */
    double busy() {
        Failures lately = failures;
        return lately.share() == 0
                ? inFlight.get()
                : inFlight.get() + FAILURE_IN_HAND * lately.now(System.nanoTime());
    }

    /**
     * What one more request would cost there, for comparison only: expected latency × queue,
     * decayed by idleness, with the risk of failure on top.
     */
    double peakEwma() {
        Latency last = latency;
        long now = System.nanoTime();
        double decayed = last.nanos() * Math.exp(-(now - last.at()) / DECAY_NANOS);
        return (decayed + FAILURE_NANOS * failures.now(now) + 1) * (inFlight.get() + 1);
    }
}
