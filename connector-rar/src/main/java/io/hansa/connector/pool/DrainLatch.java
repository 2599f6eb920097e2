package io.hansa.connector.pool;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the callers inside. Once closed it lets no caller in, and the last one that leaves finds
 * it empty for ever.
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

    /** Whether the latch is closed and no caller is inside any more. */
    public boolean leave() {
        return state.decrementAndGet() == SHUT;
    }

    /** Whether this call closed the latch while no caller was inside. */
    public boolean shut() {
        return state.getAndUpdate(now -> now | SHUT) == 0;
    }

    public boolean isEmptyForGood() {
        return state.get() == SHUT;
    }
}
