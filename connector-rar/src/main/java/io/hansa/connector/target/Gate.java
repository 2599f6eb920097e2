package io.hansa.connector.target;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts who is inside. Once shut it lets nobody in, and whoever comes out last finds it empty for good.
 */
final class Gate {

    private static final int SHUT = Integer.MIN_VALUE;

    private final AtomicInteger state = new AtomicInteger();

    /** Whether the caller is inside now and has to {@link #leave()}. */
    boolean enter() {
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
    boolean leave() {
        return state.decrementAndGet() == SHUT;
    }

    /** Whether this call shut the gate with nobody inside. */
    boolean shut() {
        return state.getAndUpdate(now -> now | SHUT) == 0;
    }

    boolean isEmptyForGood() {
        return state.get() == SHUT;
    }
}
