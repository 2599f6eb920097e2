package io.hansa.proxy.protection;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.PressureLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.override.OverrideInForce;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How much this node has in flight, and whether it takes more (R12). BULK gets the least room,
 * NORMAL more, CORE all. Safe for many threads.
 */
public final class NodeAdmission {
    /**
     * Weight of the newest look in the load that is told, ten looks a second: it follows in half a
     * second.
     */
    private static final double NEWEST = 0.3;

    /** Requests in hand, as an average, that count as none. */
    private static final double NEGLIGIBLE = 0.001;

    private final Limits limits;
    private final PressureLimits pressure;
    private final AdaptiveLimit limit;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile double smoothed = -1;
    private final LongSupplier nanoTime;
    private volatile long smoothedAt;
    private volatile boolean ending;
    private volatile boolean draining;

    /** Null where operators have set nothing, so that the clock need not be asked. */
    private volatile OverrideInForce override;

    public NodeAdmission(Limits limits, PressureLimits pressure) {
        this(limits, pressure, System::nanoTime);
    }

    /**
     * @param nanoTime such as {@link System#nanoTime}
     */
    public NodeAdmission(Limits limits, PressureLimits pressure, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.limits = limits;
        this.pressure = pressure;
        this.limit =
                new AdaptiveLimit(
                        (int) Math.max(1, limits.nodeCapacity() * limits.nodeThreshold()),
                        pressure);
    }

    /**
     * Admits one request; {@link #leave} must follow. @throws Failure DRAINING, SHED or OVERLOADED
     */
    public void enter(Priority priority) {
        if (draining) {
            throw Failure.of(ErrorCode.DRAINING, "This node is stopping; use another.");
        }
        OverrideInForce set = override;
        if (set != null && set.excludes()) {
            throw drained(set);
        }
        reenter(priority);
    }

    /**
     * Admits a request again that was admitted before its data had come. A node that drains
     * finishes it. @throws Failure SHED or OVERLOADED
     */
    public void reenter(Priority priority) {
        int all = limit.current();
        int now = inFlight.incrementAndGet();
        if (now > all || now > Math.ceil(all * pressure.room(priority))) {
            inFlight.decrementAndGet();
            throw now > all ? full(all) : shed(priority);
        }
    }

    public void leave() {
        inFlight.decrementAndGet();
    }

    /**
     * @param times how long a target took to answer, in times of its usual
     */
    public void recordLatencyRatio(double times) {
        limit.recordLatencyRatio(times);
    }

    /**
     * Looks at the latest requests and decides how many more to take; to be called about ten times
     * a second.
     */
    public void adapt() {
        int now = inFlight.get();
        smoothed = smoothed < 0 ? now : settled(now, smoothed + NEWEST * (now - smoothed));
        smoothedAt = nanoTime.getAsLong();
        limit.adapt(now);
    }

    /** An idle node has the load 0: the average alone only comes near it. */
    private static double settled(int now, double average) {
        return now == 0 && average < NEGLIGIBLE ? 0 : average;
    }

    /** From now on others are told to send nothing. What comes all the same is still admitted. */
    public void announceEnd() {
        ending = true;
    }

    /** From now on no new request is admitted; requests in flight go on. */
    public void drain() {
        draining = true;
    }

    /** Takes back what {@link #announceEnd} and {@link #drain} did. */
    public void resume() {
        draining = false;
        ending = false;
    }

    /** Puts in force what an operator has set for this node; null for nothing. */
    public void follow(OverrideInForce set) {
        override = set;
    }

    /** Whether others are told to send nothing, because the node stops or an operator says so. */
    public boolean draining() {
        return draining || ending || drainedByOperator();
    }

    private boolean drainedByOperator() {
        OverrideInForce set = override;
        return set != null && set.excludes();
    }

    public boolean accepting() {
        return !draining() && load() < limits.nodeThreshold();
    }

    public int inFlight() {
        return inFlight.get();
    }

    /** The maximum of requests in flight at the moment. */
    public int limit() {
        return limit.current();
    }

    /**
     * In hand ÷ capacity, where capacity is what the node has shown that it can do now; at the
     * threshold it is full.
     */
    public double load() {
        return inFlight.get() * limits.nodeThreshold() / full();
    }

    /** The same, smoothed over half a second: what others are told. */
    public double smoothedLoad() {
        double now = smoothed;
        return now < 0 ? load() : now * limits.nodeThreshold() / full();
    }

    /** How long ago the smoothed load was measured. */
    public long loadAgeMillis() {
        return smoothed < 0 ? 0 : (nanoTime.getAsLong() - smoothedAt) / 1_000_000;
    }

    /**
     * Requests in flight at load 1.0: as declared, or fewer while the node has shown that it can do
     * no more.
     */
    public double capacity() {
        return full() / limits.nodeThreshold();
    }

    public double threshold() {
        return limits.nodeThreshold();
    }

    /**
     * Requests in flight at the threshold. Not a whole number, so that the load is exact while
     * nothing is wrong.
     */
    private double full() {
        double max = limits.nodeCapacity() * limits.nodeThreshold();
        int now = limit.current();
        return now >= (int) max ? max : now;
    }

    private static Failure drained(OverrideInForce set) {
        return set.until(
                Failure.of(
                        ErrorCode.DRAINING,
                        "This node %s; use another one.".formatted(set.set().told())));
    }

    private static Failure full(int all) {
        return Failure.of(
                ErrorCode.OVERLOADED,
                "This node has %d requests in flight, its maximum; try again or use another node."
                        .formatted(all));
    }

    private static Failure shed(Priority priority) {
        return Failure.of(
                ErrorCode.SHED,
                "This node is under pressure and takes nothing %s now; try again later."
                        .formatted(priority));
    }
}
