package io.hansa.connector.pool;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds the exchanges of all targets together, so that none can take what the others need: a
 * target gets another exchange only while it has fewer in hand than are free. One that hangs ends
 * up with half of all, two at once with a third each. (The dynamic threshold of shared-memory
 * switches, Choudhury and Hahne 1998.) And however little is left, each target gets {@value
 * #ALWAYS}, by which the bound is exceeded.
 */
public final class NodeLimit {

    static final int ALWAYS = 2;

    private final int most;
    private final AtomicInteger inHand = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();

    public NodeLimit(int most) {
        this.most = most;
    }

    /**
     * Waits for a bounded time; {@link #leave()} afterwards where it succeeds.
     *
     * @param own exchanges that the target has in hand
     */
    boolean enter(AtomicInteger own, long waitNanos) throws InterruptedException {
        return tryEnter(own.get()) || waitToEnter(own, waitNanos);
    }

    void leave() {
        inHand.decrementAndGet();
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
        int now = inHand.get();
        while (own < Math.max(ALWAYS, most - now)) {
            if (inHand.compareAndSet(now, now + 1)) {
                return true;
            }
            now = inHand.get();
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
    int most() {
        return most;
    }
}
