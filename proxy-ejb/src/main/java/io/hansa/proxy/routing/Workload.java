package io.hansa.proxy.routing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

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

    /**
     * What is older counts for nothing. Without an end, one failure would hide a destination from
     * {@code LEAST_CONNECTIONS} for good where all others are idle.
     */
    private static final double MEMORY_NANOS = 3 * DECAY_NANOS;

    /** One that always failed lately still has so much of its turns. */
    private static final double LEAST_RELIABILITY = 0.1;

    /** A destination that fails is as busy as if it had this many more in flight. */
    private static final double FAILURE_IN_HAND = 16;

    private record Latency(double nanos, long at) {}

    private record Failures(double share, long at) {
        double now(long now) {
            long age = now - at;
            return share == 0 || age > MEMORY_NANOS ? 0 : share * Math.exp(-age / DECAY_NANOS);
        }
    }

    private final LongSupplier nanoTime;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Latency latency;
    private volatile Failures failures;
    private volatile long usualNanos;
    private volatile Latency longRun;

    public Workload() {
        this(System::nanoTime);
    }

    /**
     * @param nanoTime in place of {@link System#nanoTime()}
     */
    public Workload(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        long now = nanoTime.getAsLong();
        latency = new Latency(0, now);
        failures = new Failures(0, now);
        longRun = new Latency(0, now);
    }

    public void begin() {
        inFlight.incrementAndGet();
    }

    /**
     * @param nanos how long the work took, however it ended
     */
    public void end(long nanos) {
        inFlight.decrementAndGet();
        Latency last = latency;
        long now = nanoTime.getAsLong();
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
        long now = nanoTime.getAsLong();
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

    /** Forgets what speaks against the destination, but not how long it usually takes. */
    public void forget() {
        long now = nanoTime.getAsLong();
        failures = new Failures(0, now);
        latency = new Latency(0, now);
    }

    private void count(int failure) {
        long now = nanoTime.getAsLong();
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
                : inFlight.get() + FAILURE_IN_HAND * lately.now(nanoTime.getAsLong());
    }

    /**
     * What one more request would cost there, for comparison only: expected latency × queue,
     * decayed by idleness, with the risk of failure on top.
     */
    double peakEwma() {
        Latency last = latency;
        long now = nanoTime.getAsLong();
        long age = now - last.at();
        double decayed = last.nanos() * Math.exp(-age / DECAY_NANOS);
        if (age > MEMORY_NANOS) {
            double usual = usualNanos * Math.exp(-(age - MEMORY_NANOS) / DECAY_NANOS);
            decayed = Math.min(decayed, usual);
        }
        return (decayed + FAILURE_NANOS * failures.now(now) + 1) * (inFlight.get() + 1);
    }

    /**
     * From 1 for a destination that did not fail lately down to {@code 0.1}: its turns are so many
     * fewer. Squared, so that what fails every second time gets a quarter.
     */
    double reliability() {
        Failures lately = failures;
        if (lately.share() == 0) {
            return 1;
        }
        double well = 1 - lately.now(nanoTime.getAsLong());
        return Math.max(LEAST_RELIABILITY, well * well);
    }
}
