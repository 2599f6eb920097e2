package io.hansa.connector;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A reply that one thread waits for from the beginning. The request is sent when its reply is
 * awaited to the end, since that wait cannot be interrupted and continued.
 */
public abstract class DeferredReply<T, X extends Exception> extends PendingReply<T, X> {

    private final AtomicBoolean begun = new AtomicBoolean();

    @Override
    protected final T attempt(long nanos) throws X {
        if (nanos != TO_THE_END) {
            return null;
        }
        if (!begun.compareAndSet(false, true)) {
            throw notSent();
        }
        return exchange();
    }

    @Override
    protected final void abandon() {
        if (begun.compareAndSet(false, true)) {
            end(null, notSent());
        } else {
            cancel();
        }
    }

    /** Sends the request and waits for the reply. Called at most once. */
    protected abstract T exchange() throws X;

    /** Makes {@link #exchange} fail soon. For any thread, at any moment. */
    protected abstract void cancel();

    /** The failure of a request that was closed before it was sent. */
    protected abstract X notSent();
}
