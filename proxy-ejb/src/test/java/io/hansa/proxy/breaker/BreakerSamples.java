package io.hansa.proxy.breaker;

import io.hansa.proxy.configuration.BreakerLimits;
import java.time.Clock;

/**
 * Breakers as a node has them that was told nothing else, but for a window of ten exchanges and no
 * slow start.
 */
public final class BreakerSamples {
    public static final BreakerLimits LIMITS =
            new BreakerLimits(10, 50, 80, 80, 3, 1000, 5000, 3, 50, 0);

    private BreakerSamples() {}

    public static Breakers breakers() {
        return breakers(Clock.systemUTC());
    }

    public static Breakers breakers(Clock clock) {
        return new Breakers(LIMITS, clock);
    }

    /** Fails until it is open. */
    public static void open(Breaker breaker) {
        for (Phase permit = breaker.enter(); permit != null; permit = breaker.enter()) {
            breaker.ended(permit, Outcome.BROKEN);
        }
    }

    /** Times out until it is open. */
    public static void hang(Breaker breaker) {
        for (Phase permit = breaker.enter(); permit != null; permit = breaker.enter()) {
            breaker.ended(permit, Outcome.SILENT);
        }
    }

    /** Sends a request that is answered; whether the circuit let it through. */
    public static boolean answer(Breaker breaker) {
        Phase permit = breaker.enter();
        if (permit != null) {
            breaker.ended(permit, Outcome.GOOD);
        }
        return permit != null;
    }
}
