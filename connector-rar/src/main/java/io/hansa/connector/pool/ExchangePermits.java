package io.hansa.connector.pool;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerTarget;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The right to an exchange, which as many callers can hold as the target takes, and all targets
 * together as the node does. Served in order of arrival.
 */
public final class ExchangePermits {

    private final ServerTarget target;
    private final long waitNanos;
    private final NodeLimit node;
    private final Semaphore free;
    private final AtomicInteger inFlight = new AtomicInteger();

    public ExchangePermits(ServerTarget target, PoolContext context) {
        this.target = target;
        this.waitNanos = TimeUnit.MILLISECONDS.toNanos(context.settings().slotWaitMillis());
        this.node = context.node();
        this.free = new Semaphore(target.maxConcurrent(), true);
    }

    /** Takes a slot if that needs no wait; {@link #give} it back. */
    public boolean takeNow() {
        if (free.hasQueuedThreads() || !free.tryAcquire()) {
            return false;
        }
        if (!node.enter(inFlight)) {
            free.release();
            return false;
        }
        inFlight.incrementAndGet();
        return true;
    }

    /**
     * Waits for a slot, for a bounded time and never beyond the deadline; {@link #give} it back.
     */
    public void take(Deadline deadline) throws ExchangeException {
        long left = deadline.nanosLeft();
        if (left <= 0) {
            throw TargetFailures.timeout(target, false, null);
        }
        Deadline until = deadline.earlier(new Deadline(System.nanoTime() + waitNanos));
        try {
            if (!free.tryAcquire(until.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw full("and none ended in time; raise maxConcurrent or call less", null);
            }
            enterNode(until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full("and the wait for one to end was interrupted", e);
        }
        inFlight.incrementAndGet();
    }

    public void give() {
        inFlight.decrementAndGet();
        node.leave();
        free.release();
    }

    /** Permits that are taken at the moment. */
    public int inFlight() {
        return inFlight.get();
    }

    private void enterNode(Deadline until) throws InterruptedException, ExchangeException {
        boolean entered = false;
        try {
            entered = node.enter(inFlight, until.nanosLeft());
        } finally {
            if (!entered) {
                free.release();
            }
        }
        if (!entered) {
            throw new ExchangeException(
                    Kind.OVERLOADED,
                    false,
                    "%s has its share of the %d exchanges that this node has under way at most; raise the adapter's maxExchanges or call less."
                            .formatted(target.id(), node.max()));
        }
    }

    private ExchangeException full(String ending, Exception cause) {
        return new ExchangeException(
                Kind.OVERLOADED,
                false,
                "%s has %d exchanges under way, as many as it takes, %s."
                        .formatted(target.id(), target.maxConcurrent(), ending),
                cause);
    }
}
