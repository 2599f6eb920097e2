package io.hansa.web.ingress;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The return of the thread that made an exchange asynchronous through its container. Payara was
 * seen to lose a request, and its connection with it, that another thread completed while that
 * return was still under way, and offers nothing by which one could tell its end. It has ended
 * where the thread is in another request, or has nothing to do.
 *
 * <p>Each thread counts the requests that it brings by {@link #arrived()}.
 */
final class ContainerReturnGuard {
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * No class of the application's: what hangs on a container's thread outlives the application.
     */
    private static final ThreadLocal<AtomicLong> ARRIVALS =
            ThreadLocal.withInitial(AtomicLong::new);

    private final Thread thread = Thread.currentThread();
    private final AtomicLong arrivals = ARRIVALS.get();
    private final long now = arrivals.get();

    /** To be called first for each request. */
    static void arrived() {
        ARRIVALS.get().incrementAndGet();
    }

    /**
     * Waits, hardly ever and then for a moment; not on the thread itself, on which containers know
     * what to do.
     */
    void await() {
        long began = System.nanoTime();
        while (!over() && System.nanoTime() - began < MOST_NANOS) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean over() {
        if (thread == Thread.currentThread() || arrivals.get() != now) {
            return true;
        }
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> false;
        };
    }
}
