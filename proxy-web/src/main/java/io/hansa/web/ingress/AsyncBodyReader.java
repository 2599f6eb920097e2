package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.Body;
import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads a body as it arrives, on the threads that the container calls it on, and holds none in
 * between. A complete body goes to its {@link BodyHandler} on a thread that may wait. A caller that
 * leaves, or that sends too much or too slowly, ends the request. One compare-and-set decides which
 * of these happens.
 */
final class AsyncBodyReader implements ReadListener {
    private enum State {
        ARRIVING,
        COMPLETE,
        REFUSED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.ARRIVING);
    private final BodyHandler handler;
    private final ServletBody body;
    private final AsyncExchange exchange;
    private final BoundedRequestInput in;
    private final int max;
    private final BodyDrainer drainer;

    /** The lease of the exchange pays for the body from now on. */
    AsyncBodyReader(BodyHandler handler, ServletBody body, AsyncExchange exchange, int max)
            throws IOException {
        this.handler = handler;
        this.body = body;
        this.exchange = exchange;
        this.max = max;
        this.in = body.remaining();
        this.drainer = new BodyDrainer(in, exchange);
    }

    /** To be called last: the container may call this reader before this returns. */
    void register() {
        in.register(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        try {
            boolean wanted = true;
            while (wanted && state.get() == State.ARRIVING && in.isReady()) {
                wanted = body.read(in, max);
            }
        } catch (Failure refusal) {
            refuse(refusal);
        }
        if (state.get() == State.REFUSED) {
            drainer.onDataAvailable();
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        try {
            if (state.get() == State.ARRIVING) {
                body.end();
            }
        } catch (IOException early) {
            refuse(Body.broken(early));
        } catch (Failure overloaded) {
            refuse(overloaded);
        }
        if (state.compareAndSet(State.ARRIVING, State.COMPLETE)) {
            exchange.execute(() -> handler.completed(exchange));
        } else {
            drainer.onAllDataRead();
        }
    }

    @Override
    public void onError(Throwable cause) {
        if (state.compareAndSet(State.ARRIVING, State.REFUSED)) {
            handler.abandon(Body.broken(cause instanceof IOException broken ? broken : null));
            drainer.refusalSent();
        }
        drainer.onError(cause);
    }

    /**
     * Refuses the request where its deadline has passed.
     *
     * @return whether the body need not be watched any more
     */
    boolean checkDeadline(long nanoTime) {
        if (state.get() == State.ARRIVING && nanoTime - handler.deadlineNanos() > 0) {
            refuse(
                    Failure.of(
                            ErrorCode.DEADLINE_EXCEEDED,
                            "The deadline passed before the body had arrived."));
        }
        return state.get() != State.ARRIVING || exchange.hasEnded();
    }

    private void refuse(Failure reason) {
        if (state.compareAndSet(State.ARRIVING, State.REFUSED)) {
            drainer.begin();
            Failure refusal = handler.abandon(reason);
            exchange.lease().close();
            exchange.execute(
                    () -> {
                        exchange.refuseAndClose(refusal);
                        drainer.refusalSent();
                    });
        }
    }
}
