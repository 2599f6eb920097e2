package io.hansa.grizzly;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Which workers stay with a connection whose request is done, since its next one may come in a moment: three of four at
 * most, and no more than 32, so that others find a worker; and where it was in vain a few times, hardly any until it is not. Safe for many
 * threads.
 */
final class Stays {
    /** How long a worker stays, in milliseconds. */
    static final long MOMENT = 1;

    /** How many requests in a row a worker may stay for; then it is free for whatever else it may have to do. */
    static final int IN_A_ROW = 100;

    private static final int MOST = 32;
    private static final int A_FEW = 4;
    private static final int HARDLY_ANY = 64;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile int inVain;

    /**
     * Whether a worker may stay now; then {@link #end} must follow.
     *
     * @param workers of the listener, all together
     */
    boolean begin(IntSupplier workers) {
        if (inVain >= A_FEW && wanted.incrementAndGet() % HARDLY_ANY != 0) {
            return false;
        }
        if (underWay.incrementAndGet() > Math.min(workers.getAsInt() * 3 / 4, MOST)) {
            underWay.decrementAndGet();
            return false;
        }
        return true;
    }

    /** @param inTime whether the next request came while the worker was there */
    void end(boolean inTime) {
        underWay.decrementAndGet();
        if (inTime) {
            inVain = 0;
        } else if (inVain < A_FEW) {
            inVain++; // two at once may count as one
        }
    }
}
