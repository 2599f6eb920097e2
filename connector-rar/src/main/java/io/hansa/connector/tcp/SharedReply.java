package io.hansa.connector.tcp;

import io.hansa.connector.DeferredReply;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.TargetFailures;

/** The reply to one request on the shared channel. It holds a permit while it is awaited. */
final class SharedReply extends DeferredReply<ServerReply, ExchangeException> {

    private final ServerTarget target;
    private final ExchangePermits permits;
    private final FramedMessages messages;
    private final ServerRequest request;
    private final Deadline deadline;
    private final SharedExchange exchange;

    SharedReply(
            ServerTarget target,
            ExchangePermits permits,
            FramedMessages messages,
            ServerRequest request,
            SharedExchange exchange) {
        this.target = target;
        this.permits = permits;
        this.messages = messages;
        this.request = request;
        this.deadline = new Deadline(request.deadlineNanos());
        this.exchange = exchange;
    }

    @Override
    protected ServerReply exchange() throws ExchangeException {
        permits.take(deadline);
        try {
            return messages.reply(exchange.reply(deadline), request);
        } finally {
            permits.give();
        }
    }

    @Override
    protected void cancel() {
        exchange.cancel();
    }

    @Override
    protected ExchangeException notSent() {
        return TargetFailures.abandoned(target, false, deadline, null);
    }
}
