package io.hansa.proxy.breaker;

import io.github.resilience4j.core.IntervalFunction;
import io.hansa.proxy.configuration.BreakerLimits;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long an open circuit stays open before it is probed: doubled with every failed probe up to a
 * limit, and a little different each time, so that many nodes do not probe at once. Remembers the
 * end of the latest pause.
 */
final class ProbePause implements IntervalFunction {
    private static final int MOST_DOUBLINGS = 20;

    private final BreakerLimits limits;
    private final Clock clock;
    private volatile long until;

    ProbePause(BreakerLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Long apply(Integer attempt) {
        long doubled =
                (long) limits.openMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, attempt - 1));
        long max = Math.max(limits.openMillis(), limits.openMaxMillis());
        double pause =
                Math.min(doubled, max) * (0.9 + 0.2 * ThreadLocalRandom.current().nextDouble());
        long millis = Math.max(1, (long) pause);
        until = clock.millis() + millis;
        return millis;
    }

    boolean over() {
        return clock.millis() > until;
    }
}
