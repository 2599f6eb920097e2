package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;

/**
 * Who may continue a request. A request is running on one thread, or pending without a thread, or
 * ended:
 *
 * <pre>
 *   RUNNING ── pause ──▶ PENDING ── abandon ──▶ ENDED
 *      ▲  │                 │                     ▲
 *      │  └──────────── end │ ────────────────────┘
 *      └────── resume ──────┘
 * </pre>
 *
 * A request that is abandoned while it is running is ended by the thread that runs it. For any
 * thread; no other code is called under the lock.
 */
final class RequestState {
    private enum Phase {
        RUNNING,
        PENDING,
        ENDED
    }

    private Phase phase = Phase.RUNNING;
    private boolean sending;
    private volatile Failure abandonment;
    private Failure end;

    /** The exchange with a destination, or the last one. */
    private PendingReply<?, ?> reply;

    /** Whether the request is pending now; not where it was abandoned meanwhile. */
    synchronized boolean pause() {
        if (abandonment != null) {
            return false;
        }
        phase = Phase.PENDING;
        return true;
    }

    /**
     * @throws Failure with which the request ended, where it was abandoned
     */
    synchronized void resume() {
        if (end != null) {
            throw end;
        }
        if (phase != Phase.PENDING) {
            throw new IllegalStateException("The request is not pending; it is " + phase + ".");
        }
        phase = Phase.RUNNING;
    }

    /** From now on a server may see the request. @throws Failure where it was abandoned before */
    synchronized void beginSending() {
        requireWanted();
        sending = true;
    }

    /**
     * @throws Failure the abandonment with its effect, where the request was abandoned while it was
     *     running
     */
    void requireWanted() {
        if (abandonment != null) {
            throw failureOr(null);
        }
    }

    /** The reason for which the request was abandoned while it was running; null: it was not. */
    Failure abandonment() {
        return abandonment;
    }

    /** The request is at a destination. Its reply is closed where it was abandoned meanwhile. */
    void awaitReply(PendingReply<?, ?> pending) {
        boolean abandoned;
        synchronized (this) {
            reply = pending;
            abandoned = abandonment != null;
        }
        if (abandoned) {
            pending.close();
        }
    }

    /** Closes the reply that an abandoned request waits for. Not under the lock: that ends it. */
    void closeReply() {
        PendingReply<?, ?> pending;
        synchronized (this) {
            pending = reply;
            reply = null;
        }
        if (pending != null) {
            pending.close();
        }
    }

    /**
     * Abandons the request. Followed by {@link #closeReply}.
     *
     * @return whether the calling thread has to end it, since no thread runs it
     */
    synchronized boolean abandon(Failure reason) {
        if (phase == Phase.ENDED || abandonment != null) {
            return false;
        }
        abandonment = reason;
        boolean pending = phase == Phase.PENDING;
        if (pending) {
            phase = Phase.ENDED;
            end = abandonmentFailure();
        }
        return pending;
    }

    /**
     * The failure that the caller of an abandoned request gets. Before the running thread has ended
     * it, the effect is unknown as soon as a server may have seen the request.
     *
     * @param reason the failure where the request was not abandoned, or ended well before
     */
    synchronized Failure failureOr(Failure reason) {
        return end != null ? end : abandonment != null ? abandonmentFailure() : reason;
    }

    private Failure abandonmentFailure() {
        return sending ? abandonment.afterEffect() : abandonment;
    }

    /**
     * The request has ended on the thread that carried it.
     *
     * @param failure of its steps; null where they came out well
     * @return the failure of the request: that of its steps, or the abandonment with the effect
     *     that is certain now; null where it came out well
     */
    synchronized Failure end(Failure failure) {
        phase = Phase.ENDED;
        reply = null;
        if (abandonment == null) {
            end = failure;
        } else {
            boolean acted = failure == null || failure.effect() == Effect.UNKNOWN;
            end = acted ? abandonment.afterEffect() : abandonment;
        }
        return end;
    }
}
