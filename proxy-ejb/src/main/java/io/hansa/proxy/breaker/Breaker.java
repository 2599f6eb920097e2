package io.hansa.proxy.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.configuration.BreakerLimits;
import io.hansa.proxy.routing.Hold;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The breaker of one target. Every {@link #enter} that was answered by true is followed by exactly
 * one of {@link #answered}, {@link #failed} and {@link #leave}. Safe for many threads; a request
 * waits for no lock.
 */
public final class Breaker {
    private static final Logger LOG = System.getLogger(Breaker.class.getName());
    private static final double COLD = 0.1;

    /** In place of a time: the clock need not be asked any more. */
    private static final long WARM = Long.MIN_VALUE;

    /**
     * The circuit's own threshold is 1 ms, so that the caller, who measured, decides what is slow.
     */
    private static final long SLOW = 2;

    private final String target;
    private final CircuitBreaker circuit;
    private final ProbePause pause;
    private final BreakerLimits limits;
    private final Clock clock;
    private final LongAdder opened = new LongAdder();
    private final LongAdder notPermitted = new LongAdder();
    private volatile List<Collection<Breaker>> groups = List.of();
    private volatile Mode mode = Mode.AUTOMATIC;

    /** Null: an administrator has set nothing. */
    private volatile BreakerSetting setting;

    private volatile boolean answers = true;
    private volatile Instant since;
    private final AtomicLong backAt = new AtomicLong();

    Breaker(String target, BreakerLimits limits, Clock clock) {
        this.target = target;
        this.limits = limits;
        this.clock = clock;
        this.pause = new ProbePause(limits, clock);
        this.circuit = Circuits.circuit(target, limits, pause, clock);
        this.since = clock.instant();
        this.backAt.set(clock.millis());
        circuit.getEventPublisher()
                .onStateTransition(
                        event ->
                                moved(
                                        event.getStateTransition().getFromState(),
                                        event.getStateTransition().getToState()));
    }

    /** Whether something may be sent now, or may be tried; changes nothing. */
    public boolean allows() {
        State state = circuit.getState();
        return state == State.OPEN ? pause.over() : state != State.FORCED_OPEN;
    }

    /** Sends through the circuit. */
    boolean enter() {
        if (circuit.tryAcquirePermission()) {
            return true;
        }
        notPermitted.increment();
        return false;
    }

    /**
     * A request that could have gone there went elsewhere, or was refused; counted where the
     * circuit is the reason.
     */
    void passedOver() {
        if (!allows()) {
            notPermitted.increment();
        }
    }

    /**
     * @param slow whether it took nearly all the time that it was allowed
     */
    void answered(boolean slow) {
        answers = true;
        circuit.onSuccess(slow ? SLOW : 0, TimeUnit.MILLISECONDS);
    }

    /**
     * @param answered whether the target did answer, if only with a fault of its own
     */
    void failed(boolean answered, Throwable failure) {
        answers = answered;
        circuit.onError(0, TimeUnit.MILLISECONDS, failure);
    }

    /** The exchange says nothing about the target. */
    void leave() {
        circuit.releasePermission();
    }

    /**
     * From {@code 0.1} when the target has just come back to 1 when it is to carry its full share.
     */
    double warmth() {
        long at = backAt.get();
        if (at == WARM) {
            return 1;
        }
        long back = clock.millis() - at;
        if (back >= limits.warmUpMillis()) {
            backAt.compareAndSet(at, WARM);
            return 1;
        }
        return COLD + (1 - COLD) * Math.max(0, back) / limits.warmUpMillis();
    }

    /**
     * @param sharing for each capability of the target the breakers of all that have it, this one
     *     included
     */
    void standsAmong(List<Collection<Breaker>> sharing) {
        groups = sharing;
    }

    /**
     * @param given null: the breaker decides by itself
     */
    synchronized void set(BreakerSetting given) {
        setting = given;
        Mode wanted = given == null ? Mode.AUTOMATIC : given.mode();
        if (wanted == mode) {
            return;
        }
        mode = wanted;
        switch (wanted) {
            case AUTOMATIC -> circuit.transitionToClosedState();
            case FORCED_OPEN -> circuit.transitionToForcedOpenState();
            case FORCED_CLOSED -> circuit.transitionToDisabledState();
        }
    }

    public String target() {
        return target;
    }

    public Mode mode() {
        return mode;
    }

    /** What an operator has set, so that nothing is sent; null: nothing of that kind. */
    Hold hold() {
        BreakerSetting given = setting;
        return given == null || given.mode() != Mode.FORCED_OPEN
                ? null
                : new Hold("has its circuit set " + given.told(), given.until());
    }

    /** What an administrator has set; null: nothing. */
    BreakerSetting setting() {
        return setting;
    }

    /** As administrators see it: {@code CLOSED}, {@code OPEN}, {@code HALF_OPEN}, or as forced. */
    public String state() {
        return mode == Mode.AUTOMATIC ? circuit.getState().name() : mode.name();
    }

    public Instant since() {
        return since;
    }

    /** How many times it opened by itself since it was made, failed probes included. */
    public long opened() {
        return opened.sum();
    }

    /**
     * How many requests did not go there since it was made because the circuit was open, by itself
     * or forced.
     */
    public long notPermitted() {
        return notPermitted.sum();
    }

    public int exchanges() {
        return circuit.getMetrics().getNumberOfBufferedCalls();
    }

    public float failurePercent() {
        return circuit.getMetrics().getFailureRate();
    }

    public float slowPercent() {
        return circuit.getMetrics().getSlowCallRate();
    }

    private boolean cutOff() {
        State state = circuit.getState();
        return state == State.OPEN || state == State.FORCED_OPEN || state == State.HALF_OPEN;
    }

    private void moved(State from, State to) {
        since = clock.instant();
        if (to == State.CLOSED && from != State.CLOSED) {
            backAt.set(clock.millis());
        }
        if (to == State.OPEN && answers && belowTheFloor()) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-2301 {0} fails or is slow, but stays in use, because too many other circuits are open already.",
                    target);
            circuit.transitionToClosedState();
            return;
        }
        if (to == State.OPEN) {
            opened.increment();
        }
        LOG.log(
                to == State.OPEN ? Level.WARNING : Level.INFO,
                "HANSA-2302 The circuit to {0} is {1}.",
                target,
                to);
    }

    /**
     * What still answers is not cut off where that left a capability fewer targets than the floor:
     * so many in trouble at once have a common cause, and sending them nothing would turn trouble
     * into an outage. One that stands alone has no others that could do its work, and is cut off.
     */
    private boolean belowTheFloor() {
        for (Collection<Breaker> group : groups) {
            if (group.size() > 1) {
                long left = group.stream().filter(b -> b != this && !b.cutOff()).count();
                if (left * 100 < (long) group.size() * limits.floorPercent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
