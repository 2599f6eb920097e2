package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.Body;
import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes a body as it comes, on whatever thread the container brings it, and none in between. When
 * it is whole, a worker goes on with the request; when the caller goes away, sends too much or too
 * slowly, the request ends here. What decides which of these happened is one compare-and-set.
 */
final class AsyncBodyReader implements ReadListener {
    private enum State {
        ARRIVING,
        WHOLE,
        REFUSED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.ARRIVING);
    private final BodyHandler recipient;
    private final ServletBody body;
    private final AsyncExchange exchange;
    private final BoundedRequestInput toCome;
    private final int max;
    private final BodyDrainer leftOver;

    AsyncBodyReader(
            BodyHandler recipient,
            ServletBody body,
            BoundedRequestInput toCome,
            AsyncExchange exchange,
            int max) {
        this.recipient = recipient;
        this.body = body;
        this.exchange = exchange;
        this.max = max;
        this.toCome = toCome;
        this.leftOver = new BodyDrainer(toCome, exchange);
    }

    @Override
    public void onDataAvailable() throws IOException {
        try {
            while (state.get() == State.ARRIVING && toCome.isReady()) {
                body.more(toCome, max, exchange.share());
            }
        } catch (Failure refusal) {
            refuse(refusal);
        }
        if (state.get() == State.REFUSED) {
            leftOver.onDataAvailable();
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        try {
            if (state.get() == State.ARRIVING) {
                body.end(exchange.share());
            }
        } catch (IOException early) {
            refuse(Body.broken(early));
        } catch (Failure noRoom) {
            refuse(noRoom);
        }
        if (state.compareAndSet(State.ARRIVING, State.WHOLE)) {
            exchange.start(this::goOn);
        } else {
            leftOver.onAllDataRead();
        }
    }

    @Override
    public void onError(Throwable gone) {
        if (state.compareAndSet(State.ARRIVING, State.REFUSED)) {
            recipient.giveUp(Body.broken(gone instanceof IOException broken ? broken : null));
            leftOver.told();
        }
        leftOver.onError(gone);
    }

    private void goOn() {
        recipient.whole(exchange);
    }

    /**
     * @return whether it need not be looked at any more
     */
    boolean lateAt(long nanoTime) {
        if (state.get() == State.ARRIVING && nanoTime - recipient.deadlineNanos() > 0) {
            refuse(
                    Failure.of(
                            ErrorCode.DEADLINE_EXCEEDED,
                            "The deadline passed before the body had arrived."));
        }
        return state.get() != State.ARRIVING;
    }

    private void refuse(Failure reason) {
        if (state.compareAndSet(State.ARRIVING, State.REFUSED)) {
            leftOver.begin();
            Failure told = recipient.giveUp(reason);
            exchange.share().close();
            exchange.start(
                    () -> {
                        exchange.refuseOwing(told);
                        leftOver.told();
                    });
        }
    }
}
