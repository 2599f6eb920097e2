package io.hansa.proxy.audit;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many permits in each second. Safe for many threads. */
final class SecondBudget {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int permits;
    private final LongSupplier nanos;
    private long since;
    private int taken;

    SecondBudget(int permits, LongSupplier nanos) {
        this.permits = permits;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    synchronized boolean take() {
        long now = nanos.getAsLong();
        if (now - since >= SECOND) {
            since = now;
            taken = 0;
        }
        if (taken >= permits) {
            return false;
        }
        taken++;
        return true;
    }
}
