package io.hansa.connector;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The reply to a request that is being sent or was sent. It ends once: by the reply, by a failure,
 * or because it is closed. A permit, a channel, a connection and a place in a count are held until
 * then: their owners register with {@link #onEnd} and release them there. One thread at a time may
 * wait for the reply; all other methods are for any thread at any moment.
 *
 * @param <T> the reply
 * @param <X> how it fails
 */
public abstract class PendingReply<T, X extends Exception> implements AutoCloseable {

    /** To wait until it has ended. */
    public static final long TO_THE_END = Long.MAX_VALUE;

    /** Listens to the end of an exchange. */
    @FunctionalInterface
    public interface Completion<T> {

        /**
         * Called once, on the thread that ended it. Must neither wait nor throw.
         *
         * @param reply null where it failed
         * @param failure null where there is a reply
         */
        void ended(T reply, Throwable failure);
    }

    private record Waiting<T>(Completion<T> completion, Waiting<T> earlier) {

        /** In the order in which they registered. */
        void tell(Ended<T> end) {
            try {
                if (earlier != null) {
                    earlier.tell(end);
                }
            } finally {
                completion.ended(end.reply(), end.failure());
            }
        }
    }

    private record Ended<T>(T reply, Throwable failure) {}

    /** Null, {@link Waiting} or {@link Ended}; nothing follows the last. */
    private final AtomicReference<Object> state = new AtomicReference<>();

    /**
     * Waits for the reply.
     *
     * @param nanos how long; {@link #TO_THE_END} for as long as it takes
     * @return null where it has not ended in that time
     * @throws X where it failed or was closed
     */
    public final T await(long nanos) throws X {
        if (!hasEnded()) {
            try {
                T reply = attempt(nanos);
                if (reply != null) {
                    end(reply, null);
                }
            } catch (Exception | Error failure) {
                end(null, failure);
            }
        }
        return result();
    }

    /**
     * @return null where it has not ended
     * @throws X where it failed or was closed
     */
    @SuppressWarnings("unchecked")
    public final T result() throws X {
        if (!(state.get() instanceof Ended<?> end)) {
            return null;
        }
        if (end.failure() instanceof RuntimeException defect) {
            throw defect;
        }
        if (end.failure() instanceof Error defect) {
            throw defect;
        }
        if (end.failure() != null) {
            throw (X) end.failure();
        }
        return (T) end.reply();
    }

    public final boolean hasEnded() {
        return state.get() instanceof Ended;
    }

    /**
     * Registers a listener of the end. It is called later, or at once where the exchange has ended.
     */
    @SuppressWarnings("unchecked")
    public final void onEnd(Completion<T> completion) {
        while (true) {
            Object now = state.get();
            if (now instanceof Ended<?> end) {
                completion.ended((T) end.reply(), end.failure());
                return;
            }
            if (state.compareAndSet(now, new Waiting<>(completion, (Waiting<T>) now))) {
                return;
            }
        }
    }

    /**
     * Ends it, since the reply is not wanted any more. Does not wait. Where another thread waits
     * for the reply, that thread may be the one that ends it, a moment later. Does nothing after
     * the end.
     */
    @Override
    public final void close() {
        if (!hasEnded()) {
            abandon();
        }
    }

    /**
     * As {@link #await}.
     *
     * @return null where the reply is not whole in that time
     */
    protected abstract T attempt(long nanos) throws X;

    /** Ends it with a failure, or makes the thread that waits do so soon. */
    protected abstract void abandon();

    /** Ends it; does nothing where it has ended. */
    @SuppressWarnings("unchecked")
    protected final void end(T reply, Throwable failure) {
        Ended<T> end = new Ended<>(reply, failure);
        while (true) {
            Object now = state.get();
            if (now instanceof Ended) {
                return;
            }
            if (state.compareAndSet(now, end)) {
                if (now != null) {
                    ((Waiting<T>) now).tell(end);
                }
                return;
            }
        }
    }
}
