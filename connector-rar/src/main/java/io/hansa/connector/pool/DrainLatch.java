package io.hansa.connector.pool;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts who is inside. Once shut it lets nobody in, and whoever comes out last finds it empty for
 * good.
 */
public final class DrainLatch {

    private static final int SHUT = Integer.MIN_VALUE;

    private final AtomicInteger state = new AtomicInteger();

    /** Whether the caller is inside now and has to {@link #leave()}. */
    public boolean enter() {
        int now = state.get();
        while (now >= 0) {
            if (state.compareAndSet(now, now + 1)) {
                return true;
            }
            now = state.get();
        }
        return false;
    }

    /** Whether the gate is shut and nobody is inside any more. */
    public boolean leave() {
        return state.decrementAndGet() == SHUT;
    }

    /** Whether this call shut the gate with nobody inside. */
    public boolean shut() {
        return state.getAndUpdate(now -> now | SHUT) == 0;
    }

    public boolean isEmptyForGood() {
        return state.get() == SHUT;
    }
}
