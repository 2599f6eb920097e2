package io.hansa.proxy.breaker;

import java.time.Instant;

/**
 * What a circuit is between two changes. It is also the permit of the exchanges that began in it:
 * how an exchange ends counts for the phase in which it began, and for no later one. Immutable but
 * for its window.
 *
 * @param reason why the circuit is so; a sentence without its full stop
 * @param window the outcomes that decide, or that decided when it opened
 */
record Phase(State state, Instant since, String reason, OutcomeWindow window, Tests tests) {
    /** What is sent. */
    enum State {
        /** Everything. */
        CLOSED,
        /** Nothing, until the pause is over. */
        OPEN,
        /** One request at a time, as a test. */
        HALF_OPEN,
        /** Nothing, because an administrator says so. */
        FORCED_OPEN,
        /** Everything, because an administrator says so. */
        FORCED_CLOSED
    }

    /**
     * How the target is found to be well again.
     *
     * @param failed tests in a row since the circuit opened
     * @param from when the pause began, in milliseconds of the clock
     * @param passed tests in a row
     * @param running whether a test is in flight
     * @param confirmed whether a probe failed, too, since the circuit opened
     */
    record Tests(
            int failed,
            long from,
            long pauseMillis,
            int passed,
            boolean running,
            boolean confirmed) {
        static final Tests NONE = new Tests(0, 0, 0, 0, false, false);

        /** A clock that was set back ends the pause, so that it cannot become endless. */
        boolean pauseOver(long nowMillis) {
            return nowMillis - from >= pauseMillis || nowMillis < from;
        }

        /** Whether there is reason to expect that the next test passes. */
        boolean promising() {
            return passed > 0 || failed == 0 && !running;
        }

        Tests running(boolean now) {
            return new Tests(failed, from, pauseMillis, passed, now, confirmed);
        }

        Tests confirmedByProbe() {
            return new Tests(failed, from, pauseMillis, passed, running, true);
        }

        Tests passedOneMore() {
            return new Tests(failed, from, pauseMillis, passed + 1, false, confirmed);
        }
    }

    /** Whether everything is sent. */
    boolean sendsAll() {
        return state == State.CLOSED || state == State.FORCED_CLOSED;
    }

    Phase with(Tests other) {
        return new Phase(state, since, reason, window, other);
    }
}
