package io.hansa.proxy.breaker;

import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.breaker.Phase.State;
import io.hansa.proxy.configuration.BreakerLimits;
import io.hansa.proxy.routing.Hold;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * The breaker of one target: its circuit, what an administrator sets, and what is counted. Every
 * {@link #enter} that gave a permit is followed by exactly one of {@link #ended} and {@link
 * #leave}. Safe for many threads; a request waits for no lock.
 */
public final class Breaker {
    private static final Logger LOG = System.getLogger(Breaker.class.getName());

    private final String target;
    private final Runnable moved;
    private final Clock clock;
    private final Circuit circuit;
    private final WarmUp warmUp;
    private final Floor floor;
    private final LongAdder opened = new LongAdder();
    private final LongAdder notPermitted = new LongAdder();
    private volatile Mode mode = Mode.AUTOMATIC;

    /** Null: an administrator has set nothing. */
    private volatile BreakerSetting setting;

    /**
     * @param moved runs after each change of the circuit; must not wait
     */
    Breaker(String target, BreakerLimits limits, Clock clock, Runnable moved) {
        this.target = target;
        this.clock = clock;
        this.moved = moved;
        this.floor = new Floor(limits.floorPercent());
        this.warmUp = new WarmUp(limits.warmUpMillis(), clock);
        this.circuit = new Circuit(limits, clock, new Told());
    }

    /** Whether something may be sent now, or may be tried; changes nothing. */
    public boolean allows() {
        return circuit.allows();
    }

    /**
     * @return the permit for one exchange; null: the circuit is open
     */
    Phase enter() {
        Phase permit = circuit.enter();
        if (permit == null) {
            notPermitted.increment();
        }
        return permit;
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
     * @return whether it counted, and the target is well by it
     */
    boolean ended(Phase permit, Outcome outcome) {
        return circuit.ended(permit, outcome);
    }

    /** The exchange says nothing about the target. */
    void leave(Phase permit) {
        circuit.left(permit);
    }

    /** Whether this node probes the target, so that no request has to test it. */
    public void probed(boolean now) {
        circuit.probed(now);
    }

    /**
     * @param why a sentence
     * @param answered whether anything came back
     * @param down whether it failed so often that the target counts as down
     */
    public void probeFailed(String why, boolean answered, boolean down) {
        circuit.probeFailed(why, answered, down);
    }

    /** The probe passed so often in a row, which is as often as its entry asks for. */
    public void probePassed(int inRow) {
        circuit.probePassed(inRow);
    }

    /** By the clock by which its pauses and settings end. */
    Instant now() {
        return clock.instant();
    }

    /** Whether the circuit is half open, and no test failed since it opened or one passed. */
    public boolean recovers() {
        Phase now = circuit.now();
        return now.state() == State.HALF_OPEN && now.tests().promising();
    }

    /** Whether the target gets nothing, or nothing but tests. */
    boolean cutOff() {
        return !circuit.now().sendsAll();
    }

    /**
     * From {@code 0.1} when the target has just come back to 1 when it is to carry its full share.
     */
    double warmth() {
        return warmUp.share();
    }

    /**
     * @param sharing for each capability of the target the breakers of all that have it, this one
     *     included
     */
    void standsAmong(List<Collection<Breaker>> sharing) {
        floor.standsAmong(sharing);
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
            case AUTOMATIC -> circuit.force(State.CLOSED);
            case FORCED_OPEN -> circuit.force(State.FORCED_OPEN);
            case FORCED_CLOSED -> circuit.force(State.FORCED_CLOSED);
        }
    }

    public String target() {
        return target;
    }

    public Mode mode() {
        return mode;
    }

    /** When a request may test the target; null: now, or once its probe passes. */
    Instant testedAt() {
        return circuit.testedAt();
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
        return circuit.now().state().name();
    }

    public Instant since() {
        return circuit.now().since();
    }

    /** Why it is in its state: a sentence without its subject and full stop. */
    public String why() {
        return circuit.now().reason();
    }

    /** How many times it opened by itself since it was made, failed tests included. */
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

    /** Of the window that decides, or that decided when the circuit opened. */
    public int exchanges() {
        return circuit.now().window().size();
    }

    /** Negative as long as there are too few exchanges. */
    public float failurePercent() {
        return circuit.now().window().failurePercent();
    }

    /** Negative as long as there are too few exchanges. */
    public float slowPercent() {
        return circuit.now().window().slowPercent();
    }

    /** What follows from the circuit's transitions. */
    private final class Told implements Circuit.Transitions {
        @Override
        public boolean keepsInUse() {
            return floor.needs(Breaker.this);
        }

        @Override
        public void kept(String reason) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-2301 {0} fails or is slow, but stays in use, because too many other circuits are open already: {1}.",
                    target,
                    reason);
        }

        @Override
        public void moved(Phase from, Phase to) {
            if (to.state() == State.CLOSED) {
                warmUp.start();
            }
            if (to.state() == State.OPEN) {
                opened.increment();
            }
            moved.run();
            LOG.log(
                    level(to),
                    "HANSA-2302 The circuit to {0} is {1}: {2}.",
                    target,
                    to.state(),
                    to.reason());
        }

        /** Of servers the log tells the health. */
        private Level level(Phase to) {
            if (target.startsWith(BreakerSetting.server(""))) {
                return Level.DEBUG;
            }
            return to.state() == State.OPEN ? Level.WARNING : Level.INFO;
        }
    }
}
