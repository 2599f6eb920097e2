package io.hansa.connector;

import java.io.IOException;

/**
 * A handle on the connector, for one thread at a time; keep it as long as you like. It holds no
 * socket: each exchange borrows a channel from the pool of its target, so that a slow business
 * server never occupies what another one needs.
 */
public interface ServerConnection extends AutoCloseable {

    /**
     * Sends one request and waits for its whole reply, at most until the request's deadline. It is
     * sent again only where the server closed an idle channel at that moment, and cannot have seen
     * the request or may see it twice ({@link ServerRequest#repeatable()}). Whether a failed
     * exchange may be repeated is for the caller to decide, by {@link ExchangeException#sent()}.
     *
     * @throws ExchangeException when there is no whole and valid reply in time
     * @throws ConnectionClosedException when this connection is closed
     */
    default ServerReply exchange(ServerTarget target, ServerRequest request)
            throws ExchangeException {
        return begin(target, request).await(PendingReply.TO_THE_END);
    }

    /**
     * Sends one request, whose reply is waited for later, by this thread or another. This
     * connection is in use until that has ended. It does not wait: a request over HTTP, on a shared
     * connection, or without a free channel is not sent before its reply is awaited to the end.
     *
     * @throws ExchangeException where it cannot be sent
     * @throws ConnectionClosedException when this connection is closed
     */
    PendingReply<ServerReply, ExchangeException> begin(ServerTarget target, ServerRequest request)
            throws ExchangeException;

    /**
     * Opens one channel to the target where there is none, so that its first caller need not wait
     * for that. Framings by close and HTTP have nothing to keep open.
     *
     * @param deadlineNanos the {@link System#nanoTime()} after which it is given up
     * @throws ExchangeException where no channel can be opened in time; nothing is sent but a
     *     sign-on
     * @throws ConnectionClosedException when this connection is closed
     */
    void warm(ServerTarget target, long deadlineNanos) throws ExchangeException;

    /**
     * Looks after the connections of all targets on this node; stays good when this connection is
     * closed.
     *
     * @throws ConnectionClosedException when this connection is closed
     */
    ConnectionDoctor doctor();

    /**
     * Opens a port on which business servers may call, until the result is closed or the adapter
     * stops; it does not end with this connection. Applications with message-driven beans activate
     * one for {@link ServerCallListener} instead.
     *
     * @throws IOException when the port cannot be had
     * @throws ConnectionClosedException when this connection is closed
     */
    Listening listen(ListenerSettings settings, ServerCallListener listener) throws IOException;

    /** Gives the connection back; a second call does nothing. */
    @Override
    void close();
}
