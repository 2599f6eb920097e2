package io.hansa.proxy.breaker;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** Time that passes when it is told to, for clocks and for measured durations alike. */
final class VirtualTime extends Clock implements LongSupplier {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private long nanos;

    void pass(long millis) {
        nanos += millis * 1_000_000;
    }

    long millisPassed() {
        return nanos / 1_000_000;
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
