package io.hansa.proxy.breaker;

import io.hansa.proxy.breaker.Phase.State;
import io.hansa.proxy.breaker.Phase.Tests;
import io.hansa.proxy.configuration.BreakerLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The circuit of one target.
 *
 * <pre>
 *            too many failures, or too many time-outs in a row
 *   CLOSED ────────────────────────────────────────────────────▶ OPEN
 *     ▲                                                          │  ▲
 *     │ enough tests in a row were answered         pause over:  │  │ a test failed: the next
 *     │                                             first test   ▼  │ pause is twice as long
 *     └───────────────────────────────────────────────────── HALF_OPEN
 * </pre>
 *
 * Where the node probes the target, the probe opens and closes the circuit, too, and no request
 * tests it before the probe passed.
 *
 * <p>A phase is replaced as a whole by compare-and-set. Where nothing changes, a request reads it
 * twice and records its outcome. No locks; safe for many threads.
 */
final class Circuit {
    private final BreakerLimits limits;
    private final CircuitRules rules;
    private final Clock clock;
    private final Transitions transitions;
    private final AtomicReference<Phase> phase;

    /** While the node probes the target, no request has to find out whether it is well. */
    private volatile boolean probed;

    /** Is told what changes. It must not wait. */
    interface Transitions {
        /** Whether the target has to stay in use as long as it answers. */
        boolean keepsInUse();

        void kept(String reason);

        void moved(Phase from, Phase to);
    }

    Circuit(BreakerLimits limits, Clock clock, Transitions transitions) {
        this.limits = limits;
        this.rules = new CircuitRules(limits);
        this.clock = clock;
        this.transitions = transitions;
        this.phase = new AtomicReference<>(always(State.CLOSED, "nothing was sent yet"));
    }

    Phase now() {
        return phase.get();
    }

    /** Whether something may be sent now; changes nothing. */
    boolean allows() {
        Phase now = phase.get();
        return now.sendsAll() || testDue(now);
    }

    /** When a request may test the target; null: now, or once its probe passes. */
    Instant testedAt() {
        Phase now = phase.get();
        return now.state() == State.OPEN && !probed
                ? Instant.ofEpochMilli(now.tests().from() + now.tests().pauseMillis())
                : null;
    }

    /**
     * @return the permit for one exchange, which {@link #ended} or {@link #left} gets; null: none
     */
    Phase enter() {
        Phase now = phase.get();
        if (now.sendsAll()) {
            return now;
        }
        if (!testDue(now)) {
            return null;
        }
        Tests running = now.tests().running(true);
        Phase test = now.state() == State.HALF_OPEN ? now.with(running) : halfOpen(now, running);
        return moved(now, test) ? test : null;
    }

    private Phase halfOpen(Phase open, Tests tests) {
        return new Phase(
                State.HALF_OPEN,
                clock.instant(),
                "one request at a time tests it",
                open.window(),
                tests);
    }

    private boolean testDue(Phase now) {
        return switch (now.state()) {
            case OPEN -> !probed && now.tests().pauseOver(clock.millis());
            case HALF_OPEN -> !now.tests().running();
            case CLOSED, FORCED_OPEN, FORCED_CLOSED -> false;
        };
    }

    /**
     * @return whether it counted, and the target is well by it
     */
    boolean ended(Phase permit, Outcome outcome) {
        if (phase.get() != permit) {
            return false;
        }
        if (permit.state() == State.HALF_OPEN) {
            return tested(permit, outcome);
        }
        OutcomeWindow window = permit.window();
        window.record(outcome);
        if (permit.state() == State.CLOSED && !window.allGood()) {
            String trouble = rules.trouble(window);
            if (trouble != null) {
                open(permit, trouble, outcome);
            }
        }
        return outcome.well();
    }

    /** The exchange says nothing about the target. */
    void left(Phase permit) {
        if (permit.state() == State.HALF_OPEN) {
            phase.compareAndSet(permit, permit.with(permit.tests().running(false)));
        }
    }

    void probed(boolean now) {
        probed = now;
    }

    /**
     * @param answered whether anything came back
     * @param down whether it failed so often that the target counts as down
     */
    void probeFailed(String why, boolean answered, boolean down) {
        Phase now = phase.get();
        switch (now.state()) {
            case OPEN -> phase.compareAndSet(now, now.with(now.tests().confirmedByProbe()));
            case CLOSED, HALF_OPEN -> {
                if (down && !(answered && transitions.keepsInUse())) {
                    Phase open = opened(now, "its probe fails: " + why, Outcome.BROKEN);
                    moved(now, open.with(open.tests().confirmedByProbe()));
                }
            }
            case FORCED_OPEN, FORCED_CLOSED -> {
                // An administrator decides.
            }
        }
    }

    /**
     * The probe passed as often as its entry asks for. Where it failed before, the circuit closes.
     * Where it never failed, requests found something that it does not see. Then one request at a
     * time tests the target after the pause, as without a probe.
     */
    void probePassed(int inRow) {
        Phase now = phase.get();
        if (now.state() != State.OPEN) {
            return;
        }
        if (now.tests().confirmed()) {
            Phase well =
                    always(State.CLOSED, "its probe passed %d times in a row".formatted(inRow));
            moved(now, well.with(now.tests().passedOneMore()));
        } else if (now.tests().pauseOver(clock.millis())) {
            moved(now, halfOpen(now, now.tests()));
        }
    }

    /**
     * @param wanted CLOSED: it decides by itself again
     */
    void force(State wanted) {
        Phase forced = always(wanted, "an administrator set it");
        transitions.moved(phase.getAndSet(forced), forced);
    }

    private boolean tested(Phase test, Outcome outcome) {
        if (!outcome.well()) {
            open(test, "the test request " + CircuitRules.told(outcome), outcome);
            return false;
        }
        Tests tests = test.tests().passedOneMore();
        if (tests.passed() < limits.probes()) {
            return moved(test, test.with(tests));
        }
        Phase well = always(State.CLOSED, tests.passed() + " test requests in a row were answered");
        return moved(test, well.with(tests));
    }

    private void open(Phase from, String reason, Outcome latest) {
        if (latest.answered() && transitions.keepsInUse()) {
            if (moved(from, always(State.CLOSED, reason))) {
                transitions.kept(reason);
            }
            return;
        }
        moved(from, opened(from, reason, latest));
    }

    private Phase opened(Phase from, String reason, Outcome latest) {
        int failed = failedBefore(from);
        long pause = rules.pauseMillis(failed, latest);
        Tests tests = new Tests(failed, clock.millis(), pause, 0, false, false);
        return new Phase(State.OPEN, clock.instant(), reason, from.window(), tests);
    }

    /** A target that fails again before it carries its full share again has not recovered. */
    private int failedBefore(Phase from) {
        if (from.state() == State.HALF_OPEN) {
            return from.tests().failed() + 1;
        }
        boolean tested = from.tests().passed() > 0;
        long closedMillis = clock.millis() - from.since().toEpochMilli();
        return tested && closedMillis < limits.warmUpMillis() ? from.tests().failed() + 1 : 0;
    }

    private Phase always(State state, String reason) {
        OutcomeWindow window = new OutcomeWindow(limits.window());
        return new Phase(state, clock.instant(), reason, window, Tests.NONE);
    }

    private boolean moved(Phase from, Phase to) {
        if (!phase.compareAndSet(from, to)) {
            return false;
        }
        if (from.state() != to.state()) {
            transitions.moved(from, to);
        }
        return true;
    }
}
