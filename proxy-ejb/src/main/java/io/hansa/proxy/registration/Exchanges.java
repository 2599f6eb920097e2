package io.hansa.proxy.registration;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;

/** One request and its reply over the connector. Safe for many threads. */
public interface Exchanges {
    /** Sends the request, whose reply is waited for later. */
    PendingReply<ServerReply, ExchangeException> begin(ServerTarget target, ServerRequest request)
            throws ExchangeException;

    /** Opens a connection before the first request needs it. */
    default void warm(ServerTarget target, long deadlineNanos) throws ExchangeException {}

    /** Closes the connections to a target that is not asked any more. */
    default void forget(String targetId) {}
}
