package io.hansa.proxy.breaker;

import io.hansa.proxy.breaker.Phase.State;
import io.hansa.proxy.breaker.Phase.Tests;
import io.hansa.proxy.configuration.BreakerLimits;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
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
 * A phase is replaced as a whole by compare-and-set. Where nothing changes, a request reads it
 * twice and records its outcome. No locks; safe for many threads.
 */
final class Circuit {
    private static final int MAX_DOUBLINGS = 20;

    /** A pause is up to that share shorter, so that nodes do not all test at the same moment. */
    private static final double JITTER = 0.1;

    /** The longest pause where a test costs its caller next to nothing: the target restarts. */
    private static final long REFUSED_MILLIS = 5000;

    private final BreakerLimits limits;
    private final Clock clock;
    private final Transitions transitions;
    private final AtomicReference<Phase> phase;

    /** Is told what changes. It must not wait. */
    interface Transitions {
        /** Whether the target has to stay in use as long as it answers. */
        boolean keepsInUse();

        void kept(String reason);

        void moved(Phase from, Phase to);
    }

    Circuit(BreakerLimits limits, Clock clock, Transitions transitions) {
        this.limits = limits;
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
        Phase test =
                now.state() == State.HALF_OPEN
                        ? now.with(running)
                        : new Phase(
                                State.HALF_OPEN,
                                clock.instant(),
                                "one request at a time tests it",
                                now.window(),
                                running);
        return moved(now, test) ? test : null;
    }

    private boolean testDue(Phase now) {
        return switch (now.state()) {
            case OPEN -> now.tests().pauseOver(clock.millis());
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
            String trouble = trouble(window);
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

    /**
     * @param wanted CLOSED: it decides by itself again
     */
    void force(State wanted) {
        Phase from = phase.getAndSet(always(wanted, "an administrator set it"));
        transitions.moved(from, phase.get());
    }

    private boolean tested(Phase test, Outcome outcome) {
        if (!outcome.well()) {
            open(test, "the test request " + told(outcome), outcome);
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
        int failed = failedBefore(from);
        Tests tests = new Tests(failed, clock.millis(), pauseMillis(failed, latest), 0, false);
        moved(from, new Phase(State.OPEN, clock.instant(), reason, from.window(), tests));
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

    private long pauseMillis(int failed, Outcome latest) {
        long doubled = (long) limits.openMillis() << Math.min(MAX_DOUBLINGS, failed);
        long max = Math.max(limits.openMillis(), limits.openMaxMillis());
        long pause =
                Math.min(doubled, latest == Outcome.REFUSED ? Math.min(max, REFUSED_MILLIS) : max);
        return Math.max(1, (long) (pause * (1 - JITTER * ThreadLocalRandom.current().nextDouble())));
    }

    /** Null: none. */
    private String trouble(OutcomeWindow window) {
        if (window.silentInRow() >= limits.timeOuts()) {
            return window.silentInRow() + " exchanges in a row got no answer in time";
        }
        if (window.failurePercent() >= limits.failurePercent()) {
            return "%d of the latest %d exchanges failed".formatted(window.failed(), window.size());
        }
        if (window.slowPercent() >= limits.slowPercent()) {
            return "%d of the latest %d exchanges were slow"
                    .formatted(window.slow(), window.size());
        }
        return null;
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case GOOD, BUSY -> "was answered";
            case SLOW -> "was answered too slowly";
            case FAULT -> "was answered with a fault of its own";
            case BROKEN -> "got no valid answer";
            case REFUSED -> "got no connection";
            case SILENT -> "got no answer in time";
        };
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
