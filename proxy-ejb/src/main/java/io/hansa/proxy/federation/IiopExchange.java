package io.hansa.proxy.federation;

import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.Effect;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.NamingException;

/** One request over IIOP. A caller that stops waiting learns for certain whether it was sent. */
final class IiopExchange implements Callable<BusinessReply> {
    private enum State {
        WAITING,
        FINDING,
        SENT,
        ABANDONED
    }

    private final RemoteView view;
    private final BusinessRequest request;
    private final Runnable ended;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile boolean withoutOrb;

    /**
     * @param ended is run once, when the request needs its place no longer
     */
    IiopExchange(RemoteView view, BusinessRequest request, Runnable ended) {
        this.view = view;
        this.request = request;
        this.ended = ended;
    }

    @Override
    public BusinessReply call() throws Exception {
        if (!state.compareAndSet(State.WAITING, State.FINDING)) {
            return null;
        }
        try {
            view.find();
            return state.compareAndSet(State.FINDING, State.SENT) ? view.process(request) : null;
        } catch (NamingException absent) {
            withoutOrb = true;
            throw absent;
        } finally {
            ended.run();
        }
    }

    /** The caller does not wait any longer. The call is not sent, unless it was sent already. */
    Effect abandon() {
        if (state.compareAndSet(State.WAITING, State.ABANDONED)) {
            ended.run();
            return Effect.NONE;
        }
        return state.compareAndSet(State.FINDING, State.ABANDONED) ? Effect.NONE : Effect.UNKNOWN;
    }

    Effect effectOf(Throwable failed) {
        boolean reached = state.get() == State.SENT && !view.certainlyNotSent(failed);
        return reached ? Effect.UNKNOWN : Effect.NONE;
    }

    /** Whether the server of this node has no ORB to offer. */
    boolean withoutOrb() {
        return withoutOrb;
    }
}
