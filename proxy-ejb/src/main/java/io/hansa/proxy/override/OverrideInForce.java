package io.hansa.proxy.override;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Hold;
import java.time.Clock;
import java.util.Objects;

/**
 * An override and the clock by which it ends, which is the same on every node. Safe for many
 * threads.
 */
public record OverrideInForce(OperatingOverride set, Clock clock) {
    public OverrideInForce {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(clock, "clock");
    }

    /** Null where nothing is set. */
    public static OverrideInForce of(OperatingOverride set, Clock clock) {
        return set == null ? null : new OverrideInForce(set, clock);
    }

    /** Whether the target gets no new work now. */
    public boolean excludes() {
        return set.excludes(clock.millis());
    }

    /** By which the entry's weight is multiplied now; over 0. */
    public double share() {
        return set.share(clock.millis());
    }

    /** Why the target gets no work now; null: it gets some. */
    public Hold hold() {
        return excludes() ? new Hold(set.told(), set.until()) : null;
    }

    /** The failure with when its caller should ask again. */
    public Failure until(Failure failure) {
        return Hold.until(set.until(), clock.instant(), failure);
    }
}
