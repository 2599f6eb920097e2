package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.RequestExecution;

/** Business data, with which a request goes on its way. */
record ServiceBodyHandler(RequestExecution passage) implements BodyHandler {
    @Override
    public long deadlineNanos() {
        return passage.deadlineNanos();
    }

    @Override
    public void whole(AsyncExchange exchange) {
        exchange.answer(passage);
    }

    @Override
    public Failure giveUp(Failure reason) {
        return passage.giveUp(reason);
    }
}
