package io.hansa.connector;

/**
 * A handle on the connector, for one thread at a time. It holds no socket: each exchange borrows a channel from the
 * pool of its target, so that a slow business server never occupies what another one needs.
 */
public interface ServerConnection extends AutoCloseable {

    /**
     * Sends one request and waits for its whole reply, at most until the request's deadline. Nothing is ever sent
     * twice: whether a failed exchange may be repeated is for the caller to decide, by {@link
     * ExchangeException#sent()}.
     *
     * @throws ExchangeException when there is no whole and valid reply in time
     * @throws IllegalStateException when this connection is closed
     */
    ServerReply exchange(ServerTarget target, ServerRequest request) throws ExchangeException;

    /**
     * Looks after the connections of all targets on this node; stays good when this connection is closed.
     *
     * @throws IllegalStateException when this connection is closed
     */
    ConnectionDoctor doctor();

    /** Gives the connection back; a second call does nothing. */
    @Override
    void close();
}
