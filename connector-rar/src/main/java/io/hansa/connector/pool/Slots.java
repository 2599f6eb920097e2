package io.hansa.connector.pool;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerTarget;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The right to an exchange, which as many callers can hold as the target takes. Served in order of arrival. */
public final class Slots {

    private final ServerTarget target;
    private final long waitNanos;
    private final Semaphore free;

    public Slots(ServerTarget target, PoolSettings settings) {
        this.target = target;
        this.waitNanos = TimeUnit.MILLISECONDS.toNanos(settings.slotWaitMillis());
        this.free = new Semaphore(target.maxConcurrent(), true);
    }

    /** Waits for a slot, for a bounded time and never beyond the deadline; {@link #give} it back. */
    public void take(Deadline deadline) throws ExchangeException {
        long left = deadline.nanosLeft();
        if (left <= 0) {
            throw TargetFailures.timeout(target, false, null);
        }
        try {
            if (!free.tryAcquire(Math.min(left, waitNanos), TimeUnit.NANOSECONDS)) {
                throw overloaded("and none ended in time; raise maxConcurrent or call less", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded("and the wait for one to end was interrupted", e);
        }
    }

    public void give() {
        free.release();
    }

    private ExchangeException overloaded(String ending, Exception cause) {
        return new ExchangeException(
                Kind.OVERLOADED,
                false,
                "%s has %d exchanges under way, as many as it takes, %s."
                        .formatted(target.id(), target.maxConcurrent(), ending),
                cause);
    }
}
