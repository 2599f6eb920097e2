package io.hansa.client.call;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many attempts beyond the first the client may make: a share of its calls, and a few more.
 * Without a bound, retries would multiply the load of proxies that fail under load.
 */
final class Budget {
    private static final long ONE = 1_000;
    private static final long RESERVE = 20 * ONE;
    private static final long MOST = 200 * ONE;

    private final long perCall;
    private final AtomicLong left = new AtomicLong(RESERVE);

    /**
     * @param share of the calls that may be sent again, such as 0.2
     */
    Budget(double share) {
        this.perCall = (long) (share * ONE);
    }

    void called() {
        if (left.get() < MOST) {
            left.addAndGet(perCall);
        }
    }

    boolean take() {
        long before;
        do {
            before = left.get();
            if (before < ONE) {
                return false;
            }
        } while (!left.compareAndSet(before, before - ONE));
        return true;
    }

    long retriesLeft() {
        return left.get() / ONE;
    }
}
