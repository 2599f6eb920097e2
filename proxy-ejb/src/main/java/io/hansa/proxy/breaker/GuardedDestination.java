package io.hansa.proxy.breaker;

import io.hansa.api.ErrorCode;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Availability;
import io.hansa.proxy.routing.Condition;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.Hold;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Workload;
import java.time.Instant;

/**
 * A destination behind its breaker: what comes back from it, and when, decides whether it is asked
 * again.
 */
public final class GuardedDestination implements Destination {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LEAST_PATIENCE_NANOS = 100 * NANOS_PER_MILLI;
    private static final int USUAL_TIMES = 10;

    private final Destination target;
    private final Breaker breaker;
    private final int slowAfterPercent;

    public GuardedDestination(Destination target, Breaker breaker, int slowAfterPercent) {
        this.target = target;
        this.breaker = breaker;
        this.slowAfterPercent = slowAfterPercent;
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public String proxy() {
        return target.proxy();
    }

    @Override
    public String serverId() {
        return target.serverId();
    }

    @Override
    public Condition condition() {
        return target.condition();
    }

    @Override
    public Hold hold() {
        Hold ofCircuit = breaker.hold();
        return ofCircuit == null ? target.hold() : ofCircuit;
    }

    @Override
    public boolean takesWork() {
        return breaker.allows() && target.takesWork();
    }

    @Override
    public Availability availability(Priority priority, double room) {
        return breaker.allows() ? target.availability(priority, room) : Availability.CIRCUIT_OPEN;
    }

    @Override
    public void passedOver() {
        breaker.passedOver();
    }

    @Override
    public Workload workload() {
        return target.workload();
    }

    @Override
    public double share() {
        return target.share() * breaker.warmth();
    }

    @Override
    public long longestMillis() {
        return target.longestMillis();
    }

    @Override
    public FailureAttribution attribution(Failure failure) {
        return target.attribution(failure);
    }

    /**
     * @throws Failure CIRCUIT_OPEN at once where the target is cut off, or as {@link
     *     Destination#send}
     */
    @Override
    public PendingReply<Answer, Failure> begin(OutboundRequest outbound) {
        if (!breaker.enter()) {
            throw cutOff(breaker.hold());
        }
        long began = System.nanoTime();
        PendingReply<Answer, Failure> pending;
        try {
            pending = target.begin(outbound);
        } catch (RuntimeException | Error failure) {
            ended(failure, System.nanoTime() - began, outbound);
            throw failure;
        }
        pending.onEnd((answer, failure) -> ended(failure, System.nanoTime() - began, outbound));
        return pending;
    }

    private Failure cutOff(Hold hold) {
        if (hold == null) {
            return Failure.of(
                    ErrorCode.CIRCUIT_OPEN,
                    "The circuit to %s is open; it is tried again shortly.".formatted(name()));
        }
        Failure failure =
                Failure.of(
                        ErrorCode.CIRCUIT_OPEN,
                        "The target %s %s. Try again when that has ended, or ask an operator to end it."
                                .formatted(name(), hold.told()));
        return hold.until() == null
                ? failure
                : failure.with(
                        "retryAfterSeconds", Hold.retryAfterSeconds(hold.until(), Instant.now()));
    }

    /** However it ends, it leaves the breaker once. */
    private void ended(Throwable failure, long took, OutboundRequest outbound) {
        if (failure == null) {
            target.workload().answered(took);
            breaker.answered(took >= patience(outbound));
        } else if (failure instanceof Failure told) {
            count(told, took, outbound);
        } else {
            breaker.leave();
        }
    }

    private void count(Failure failure, long took, OutboundRequest outbound) {
        switch (target.attribution(failure)) {
            case ANSWERED -> breaker.answered(took >= patience(outbound));
            case BUSY -> {
                target.workload().failed();
                breaker.answered(false);
            }
            case ABANDONED, NOT_ASKED, UNSUITABLE -> breaker.leave();
            case FAULTY -> fail(true, failure);
            case BROKEN -> fail(false, failure);
            case LATE -> {
                if (hadTimeEnough(took, outbound)) {
                    fail(false, failure);
                } else {
                    breaker.leave();
                }
            }
        }
    }

    private void fail(boolean answered, Failure failure) {
        target.workload().failed();
        breaker.failed(answered, failure);
    }

    /**
     * What an exchange may take before it counts as slow; no caller's own shorter deadline changes
     * it.
     */
    private long patience(OutboundRequest outbound) {
        long allowed = Math.min(target.longestMillis(), outbound.usualMillis());
        return allowed * NANOS_PER_MILLI / 100 * slowAfterPercent;
    }

    /** Callers with very short deadlines must not be able to cut a target off that is well. */
    private boolean hadTimeEnough(long took, OutboundRequest outbound) {
        long usual = USUAL_TIMES * target.workload().usualNanos();
        return took >= Math.min(patience(outbound), Math.max(LEAST_PATIENCE_NANOS, usual));
    }
}
