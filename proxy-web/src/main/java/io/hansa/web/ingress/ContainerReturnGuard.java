package io.hansa.web.ingress;

import io.hansa.web.container.ContainerBehaviour;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the thread that called {@code startAsync} has returned to its container. Payara
 * 6.2025.10 loses a request, and its connection, that another thread completes or dispatches
 * before. It offers no way to observe that return. The thread has returned when it brings another
 * request, or when it waits for one. For {@link ContainerBehaviour#losesEarlyCompletion} only; to
 * be deleted when Payara keeps to the specification there.
 */
final class ContainerReturnGuard {
    private static final ContainerReturnGuard NOT_NEEDED = new ContainerReturnGuard(null, null);
    private static final long CHECK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** No class of Hansa's: what a container's thread refers to outlives the application. */
    private static final ThreadLocal<AtomicLong> REQUESTS =
            ThreadLocal.withInitial(AtomicLong::new);

    private final Thread thread;
    private final AtomicLong requests;
    private final long current;

    private ContainerReturnGuard(Thread thread, AtomicLong requests) {
        this.thread = thread;
        this.requests = requests;
        this.current = requests == null ? 0 : requests.get();
    }

    /** To be called first for each request. */
    static void requestArrived(ContainerBehaviour container) {
        if (container.losesEarlyCompletion()) {
            REQUESTS.get().incrementAndGet();
        }
    }

    /** For the request that this thread has brought. */
    static ContainerReturnGuard forThisThread(ContainerBehaviour container) {
        return container.losesEarlyCompletion()
                ? new ContainerReturnGuard(Thread.currentThread(), REQUESTS.get())
                : NOT_NEEDED;
    }

    /**
     * Waits rarely, and then for a moment. It does not wait on the thread itself: containers handle
     * that case.
     */
    void await() {
        if (thread == null) {
            return;
        }
        long began = System.nanoTime();
        while (!hasReturned() && System.nanoTime() - began < MAX_NANOS) {
            LockSupport.parkNanos(CHECK_NANOS);
        }
    }

    private boolean hasReturned() {
        if (thread == Thread.currentThread() || requests.get() != current) {
            return true;
        }
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> false;
        };
    }
}
