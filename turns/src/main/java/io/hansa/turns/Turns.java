package io.hansa.turns;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * What becomes of a connection whose request is done, since its next one may come in a moment
 * (decision 21): it takes its turn among those who wait for a worker, or the worker stays with it.
 * Three workers of four stay at most, and no more than 32, so that others find one; and where it
 * was in vain a few times, hardly any until it is not.
 *
 * <p>One for all that wait for the same workers. Safe for many threads.
 */
public final class Turns {
    /** How long a worker stays, in milliseconds. */
    public static final long MOMENT = 1;

    /**
     * How many requests in a row a worker may stay for; then it is free for whatever else it may
     * have to do.
     */
    public static final int IN_A_ROW = 100;

    private static final int MOST = 32;
    private static final int A_FEW = 4;
    private static final int HARDLY_ANY = 64;

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger staying = new AtomicInteger();
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile int inVain;

    /** Where a connection goes whose request is done. */
    public enum Next {
        /** Its worker stays with it; then {@link #stayed} must follow. */
        STAY,
        /** To the end of the queue for a worker. */
        QUEUE,
        /** Back to whoever looks after all connections. */
        LEAVE
    }

    /**
     * Hands a turn to the workers. The first that it does there must be to say {@link #begun}.
     *
     * @throws RejectedExecutionException if they take none
     */
    public void queue(Executor workers, Runnable turn) {
        waiting.incrementAndGet();
        try {
            workers.execute(turn);
        } catch (RejectedExecutionException none) {
            waiting.decrementAndGet();
            throw none;
        }
    }

    /** A turn that was queued waits no more. */
    public void begun() {
        waiting.decrementAndGet();
    }

    /**
     * Whether a worker may take the next request of the same connection at once, where it is there
     * already (pipelined): if nobody waits, and not too often.
     *
     * @param inARow how many it has taken in this turn
     */
    public boolean mayGoOn(int inARow) {
        return waiting.get() == 0 && inARow < IN_A_ROW;
    }

    /**
     * @param here whether the thread that asks is the connection's worker, and could stay
     * @param inARow how many requests it has stayed for
     * @param workers how many there are; asked only where one might stay
     */
    public Next next(boolean here, int inARow, IntSupplier workers) {
        if (waiting.get() > 0 || here && inARow >= IN_A_ROW) {
            return Next.QUEUE;
        }
        return here && mayStay(workers) ? Next.STAY : Next.LEAVE;
    }

    private boolean mayStay(IntSupplier workers) {
        if (inVain >= A_FEW && wanted.incrementAndGet() % HARDLY_ANY != 0) {
            return false;
        }
        if (staying.incrementAndGet() > Math.min(workers.getAsInt() * 3 / 4, MOST)) {
            staying.decrementAndGet();
            return false;
        }
        return true;
    }

    /**
     * @param inTime whether the next request came while the worker was there
     */
    public void stayed(boolean inTime) {
        staying.decrementAndGet();
        if (inTime) {
            inVain = 0;
        } else if (inVain < A_FEW) {
            inVain++; // two at once may count as one
        }
    }
}
