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
import java.util.function.LongSupplier;

/**
 * A destination behind its breaker: what comes back from it, and when, decides whether it is asked
 * again.
 */
public final class GuardedDestination implements Destination {
    private final Destination target;
    private final Breaker breaker;
    private final OutcomeRules rules;
    private final LongSupplier nanoTime;

    public GuardedDestination(Destination target, Breaker breaker, int slowAfterPercent) {
        this(target, breaker, slowAfterPercent, System::nanoTime);
    }

    GuardedDestination(
            Destination target, Breaker breaker, int slowAfterPercent, LongSupplier nanoTime) {
        this.target = target;
        this.breaker = breaker;
        this.rules = new OutcomeRules(target, slowAfterPercent);
        this.nanoTime = nanoTime;
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
        Phase permit = breaker.enter();
        if (permit == null) {
            throw cutOff(breaker.hold());
        }
        long began = nanoTime.getAsLong();
        PendingReply<Answer, Failure> pending;
        try {
            pending = target.begin(outbound);
        } catch (RuntimeException | Error failure) {
            ended(permit, failure, nanoTime.getAsLong() - began, outbound);
            throw failure;
        }
        pending.onEnd(
                (answer, failure) ->
                        ended(permit, failure, nanoTime.getAsLong() - began, outbound));
        return pending;
    }

    private Failure cutOff(Hold hold) {
        if (hold == null) {
            return Hold.until(
                    breaker.testedAt(),
                    breaker.now(),
                    Failure.of(
                            ErrorCode.CIRCUIT_OPEN,
                            "The circuit to %s is open; it is tried again shortly."
                                    .formatted(name())));
        }
        return Hold.until(
                hold.until(),
                breaker.now(),
                Failure.of(
                        ErrorCode.CIRCUIT_OPEN,
                        "The target %s %s. Try again when that has ended, or ask an operator to end it."
                                .formatted(name(), hold.told())));
    }

    @Override
    public Instant testedAt() {
        return breaker.testedAt();
    }

    /**
     * However it ends, it leaves the breaker once. While the circuit is not closed, the balancing
     * remembers nothing but tests that were answered: the circuit alone keeps work away, and a
     * target that the balancing avoids as well would never be tested.
     */
    private void ended(Phase permit, Throwable failure, long took, OutboundRequest outbound) {
        Outcome outcome = rules.outcome(failure, took, outbound);
        if (failure == null) {
            target.workload().answered(took);
        }
        if (outcome == Outcome.BUSY || outcome != null && outcome.failed()) {
            target.workload().failed();
        }
        if (!counts(permit, outcome) && breaker.cutOff()) {
            target.workload().forget();
        }
    }

    /** Whether the breaker counts it, and the target is well by it. */
    private boolean counts(Phase permit, Outcome outcome) {
        if (outcome == null) {
            breaker.leave(permit);
            return false;
        }
        return breaker.ended(permit, outcome);
    }
}
