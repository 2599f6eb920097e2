package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.PendingRequest;

/** Business data, with which a request goes on its way. */
record ServiceBodyHandler(PendingRequest pending) implements BodyHandler {
    @Override
    public long deadlineNanos() {
        return pending.deadlineNanos();
    }

    @Override
    public void whole(AsyncExchange exchange) {
        exchange.answer(pending);
    }

    @Override
    public Failure giveUp(Failure reason) {
        return pending.abandon(reason);
    }
}
