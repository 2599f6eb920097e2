package io.hansa.proxy.breaker;

import io.hansa.proxy.configuration.BreakerLimits;
import java.util.concurrent.ThreadLocalRandom;

/** When a circuit opens, and for how long. */
final class CircuitRules {
    private static final int MAX_DOUBLINGS = 20;

    /** A pause is up to that share shorter, so that nodes do not all test at the same moment. */
    private static final double JITTER = 0.1;

    /** The longest pause where a test costs its caller next to nothing: the target restarts. */
    private static final long REFUSED_MILLIS = 5000;

    private final BreakerLimits limits;

    CircuitRules(BreakerLimits limits) {
        this.limits = limits;
    }

    /** How long the circuit is open, after so many failed tests in a row. */
    long pauseMillis(int failed, Outcome latest) {
        long doubled = (long) limits.openMillis() << Math.min(MAX_DOUBLINGS, failed);
        long max = Math.max(limits.openMillis(), limits.openMaxMillis());
        long pause =
                Math.min(doubled, latest == Outcome.REFUSED ? Math.min(max, REFUSED_MILLIS) : max);
        return Math.max(
                1, (long) (pause * (1 - JITTER * ThreadLocalRandom.current().nextDouble())));
    }

    /** Why the circuit has to open; null: it has not. */
    String trouble(OutcomeWindow window) {
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

    static String told(Outcome outcome) {
        return switch (outcome) {
            case GOOD, BUSY -> "was answered";
            case SLOW -> "was answered too slowly";
            case FAULT -> "was answered with a fault of its own";
            case BROKEN -> "got no valid answer";
            case REFUSED -> "got no connection";
            case SILENT -> "got no answer in time";
        };
    }
}
