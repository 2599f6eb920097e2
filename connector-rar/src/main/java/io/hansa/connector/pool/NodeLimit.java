package io.hansa.connector.pool;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds the exchanges of all targets together, so that none can take what the others need: a
 * target gets another exchange only while it has fewer in flight than are free. One that hangs gets
 * at most half of all, two that hang get a third each (the dynamic threshold of shared-memory
 * switches, Choudhury and Hahne 1998). Each target always gets {@value #ALWAYS}, even above the
 * bound.
 */
public final class NodeLimit {

    static final int ALWAYS = 2;

    private final int max;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();

    public NodeLimit(int max) {
        this.max = max;
    }

    /**
     * Waits for a bounded time; {@link #leave()} afterwards where it succeeds.
     *
     * @param own exchanges that the target has in flight
     */
    boolean enter(AtomicInteger own, long waitNanos) throws InterruptedException {
        return enter(own) || waitToEnter(own, waitNanos);
    }

    /** The same without a wait. */
    boolean enter(AtomicInteger own) {
        return tryEnter(own.get());
    }

    void leave() {
        inFlight.decrementAndGet();
        if (waiting.get() > 0) {
            lock.lock();
            try {
                left.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean tryEnter(int own) {
        int now = inFlight.get();
        while (own < Math.max(ALWAYS, max - now)) {
            if (inFlight.compareAndSet(now, now + 1)) {
                return true;
            }
            now = inFlight.get();
        }
        return false;
    }

    private boolean waitToEnter(AtomicInteger own, long waitNanos) throws InterruptedException {
        lock.lockInterruptibly();
        waiting.incrementAndGet();
        try {
            long nanos = waitNanos;
            while (!tryEnter(own.get())) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = left.awaitNanos(nanos);
            }
            return true;
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    /** For messages. */
    int max() {
        return max;
    }
}
