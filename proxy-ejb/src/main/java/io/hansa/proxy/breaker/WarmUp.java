package io.hansa.proxy.breaker;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** How much of its share a target carries after its circuit closed. Safe for many threads. */
final class WarmUp {
    private static final double COLD = 0.1;

    /** In place of a time: the clock need not be asked any more. */
    private static final long WARM = Long.MIN_VALUE;

    private final int millis;
    private final Clock clock;
    private final AtomicLong startedAt;

    WarmUp(int millis, Clock clock) {
        this.millis = millis;
        this.clock = clock;
        this.startedAt = new AtomicLong(clock.millis());
    }

    void start() {
        startedAt.set(clock.millis());
    }

    /** From {@code 0.1} at the start to 1 at the end. */
    double share() {
        long at = startedAt.get();
        if (at == WARM) {
            return 1;
        }
        long passed = clock.millis() - at;
        if (passed >= millis) {
            startedAt.compareAndSet(at, WARM);
            return 1;
        }
        return COLD + (1 - COLD) * Math.max(0, passed) / millis;
    }
}
