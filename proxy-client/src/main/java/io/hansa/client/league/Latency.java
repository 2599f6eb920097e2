package io.hansa.client.league;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time that a proxy takes, as a peak-sensitive moving average: it follows a rise at once and
 * falls back slowly. Without new values it sinks, so that a proxy that was slow once is tried
 * again.
 */
final class Latency {
    private static final double DECAY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final AtomicReference<Value> value = new AtomicReference<>();

    private record Value(double nanos, long at) {}

    void add(long nanos, long now) {
        Value old = value.get();
        double sunk = old == null ? 0 : sunk(old, now);
        double weight = old == null ? 0 : Math.exp(-Math.max(0, now - old.at()) / DECAY_NANOS);
        double average = nanos > sunk ? (sunk + nanos) / 2 : sunk * weight + nanos * (1 - weight);
        value.set(new Value(old == null ? nanos : average, now));
    }

    private static double sunk(Value old, long now) {
        return old.nanos() * Math.exp(-Math.max(0, now - old.at()) / DECAY_NANOS);
    }

    /** 0 where nothing is known. */
    double nanos(long now) {
        Value known = value.get();
        return known == null ? 0 : sunk(known, now);
    }
}
