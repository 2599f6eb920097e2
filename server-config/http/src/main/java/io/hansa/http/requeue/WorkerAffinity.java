package io.hansa.http.requeue;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Decides where a connection goes whose request is done (decision 21). While other connections wait
 * for a worker, it is requeued behind them. Where none waits, its worker may stay with it for a
 * moment, because the next request often follows at once. At most three of four workers stay, and
 * at most 32, so that other connections find a free worker. After a few stays in vain, only every
 * 64th is tried.
 *
 * <p>One for all connections that share the same workers. Safe for many threads.
 */
public final class WorkerAffinity {
    /** How long a worker stays, in milliseconds. */
    public static final long MAX_STAY_MILLIS = 1;

    /**
     * The maximum of requests that a worker takes in a row from one connection. After that the
     * connection is requeued, so that the server's code between two tasks runs.
     */
    public static final int MAX_IN_A_ROW = 100;

    private static final int MAX_STAYING = 32;
    private static final int MAX_IN_VAIN = 4;
    private static final int TRY_EVERY = 64;

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger staying = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private volatile int inVain;

    /** Where a connection goes whose request is done. */
    public enum Next {
        /** Its worker stays with it. A call of {@link #stayed} must follow. */
        KEEP_WORKER,
        /** To the end of the queue for a worker. */
        REQUEUE,
        /** Back to the thread that watches all idle connections. */
        RETURN_TO_SELECTOR
    }

    /**
     * Puts a task at the end of the workers' queue. The task must call {@link #started} first.
     *
     * @throws RejectedExecutionException if the workers take none
     */
    public void queue(Executor workers, Runnable task) {
        waiting.incrementAndGet();
        try {
            workers.execute(task);
        } catch (RejectedExecutionException none) {
            waiting.decrementAndGet();
            throw none;
        }
    }

    /** A queued task has got its worker. */
    public void started() {
        waiting.decrementAndGet();
    }

    /**
     * Whether a worker may take the next pipelined request of the same connection at once.
     *
     * @param inARow how many requests it has taken from this connection since it was queued
     */
    public boolean mayContinue(int inARow) {
        return waiting.get() == 0 && inARow < MAX_IN_A_ROW;
    }

    /**
     * @param onWorker whether the calling thread is the connection's worker, so that it could stay
     * @param inARow for how many requests it has stayed already
     * @param workers the number of workers; asked only where a worker could stay
     */
    public Next next(boolean onWorker, int inARow, IntSupplier workers) {
        if (waiting.get() > 0 || onWorker && inARow >= MAX_IN_A_ROW) {
            return Next.REQUEUE;
        }
        return onWorker && mayStay(workers) ? Next.KEEP_WORKER : Next.RETURN_TO_SELECTOR;
    }

    private boolean mayStay(IntSupplier workers) {
        if (inVain >= MAX_IN_VAIN && skipped.incrementAndGet() % TRY_EVERY != 0) {
            return false;
        }
        if (staying.incrementAndGet() > Math.min(workers.getAsInt() * 3 / 4, MAX_STAYING)) {
            staying.decrementAndGet();
            return false;
        }
        return true;
    }

    /**
     * A worker does not stay any longer.
     *
     * @param inTime whether the next request came while it stayed
     */
    public void stayed(boolean inTime) {
        staying.decrementAndGet();
        if (inTime) {
            inVain = 0;
        } else if (inVain < MAX_IN_VAIN) {
            inVain++; // two threads at once may count as one
        }
    }
}
