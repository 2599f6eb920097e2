package io.hansa.web.service;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.request.Passage;

/** Business data, with which a request goes on its way. */
record ServiceData(Passage passage) implements Recipient {
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
