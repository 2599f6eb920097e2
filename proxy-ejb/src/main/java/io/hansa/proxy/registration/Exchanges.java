package io.hansa.proxy.registration;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerExchange;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;

/** One request and its reply over the connector. Safe for many threads. */
public interface Exchanges {
    ServerReply exchange(ServerTarget target, ServerRequest request) throws ExchangeException;

    /** The same, whose reply is waited for later. */
    default ServerExchange begin(ServerTarget target, ServerRequest request)
            throws ExchangeException {
        return nanos -> nanos == ServerExchange.TO_THE_END ? exchange(target, request) : null;
    }

    /** Opens a connection before the first request needs it. */
    default void warm(ServerTarget target, long deadlineNanos) throws ExchangeException {}
}
