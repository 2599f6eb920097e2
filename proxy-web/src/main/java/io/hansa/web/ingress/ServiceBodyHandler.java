package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.PendingRequest;

/** Finishes a request for a service when its body is complete. */
record ServiceBodyHandler(PendingRequest pending) implements BodyHandler {
    @Override
    public long deadlineNanos() {
        return pending.deadlineNanos();
    }

    @Override
    public void completed(AsyncExchange exchange) {
        exchange.answer(pending);
    }

    @Override
    public Failure abandon(Failure reason) {
        return pending.abandon(reason);
    }

    @Override
    public void close() {
        pending.close();
    }
}
