package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ConnectionClosedException;
import io.hansa.connector.ConnectionDoctor;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.Listening;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerConnectionFactory;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.failure.Failure;
import jakarta.resource.ResourceException;
import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Exchanges over connections of the container's pool. A connection is a licence and holds no
 * socket, so it is kept for the next exchange instead of being given back: asking the container for
 * one costs more than all that the adapter itself does before it sends. As many are kept as there
 * were exchanges in flight at once. Safe for many threads.
 */
public final class ConnectorExchanges implements Exchanges {
    private final Supplier<ServerConnectionFactory> connector;
    private final Deque<ServerConnection> kept = new ConcurrentLinkedDeque<>();

    /**
     * @param connector is asked once a request, so it answers from memory
     */
    public ConnectorExchanges(Supplier<ServerConnectionFactory> connector) {
        this.connector = connector;
    }

    @Override
    public PendingReply<ServerReply, ExchangeException> begin(
            ServerTarget target, ServerRequest request) throws ExchangeException {
        ServerConnection connection = kept.pollFirst();
        while (connection != null) {
            try {
                return begin(connection, target, request);
            } catch (ConnectionClosedException byTheContainer) {
                // Nothing was sent; the others may have been closed as well.
                connection = kept.pollFirst();
            }
        }
        return begin(connection(), target, request);
    }

    private PendingReply<ServerReply, ExchangeException> begin(
            ServerConnection connection, ServerTarget target, ServerRequest request)
            throws ExchangeException {
        PendingReply<ServerReply, ExchangeException> pending;
        try {
            pending = connection.begin(target, request);
        } catch (ExchangeException | RuntimeException | Error failure) {
            connection.close();
            throw failure;
        }
        pending.onEnd((reply, failure) -> ended(connection, failure));
        return pending;
    }

    private void ended(ServerConnection connection, Throwable failure) {
        if (failure == null) {
            kept.addFirst(connection);
        } else {
            connection.close();
        }
    }

    private ServerConnection connection() throws ExchangeException {
        try {
            return connector.get().getConnection();
        } catch (ResourceException none) {
            throw new ExchangeException(
                    ExchangeException.Kind.OVERLOADED,
                    false,
                    "The connector gave no connection; raise the size of its pool: "
                            + none.getMessage(),
                    none);
        }
    }

    @Override
    public void warm(ServerTarget target, long deadlineNanos) throws ExchangeException {
        try (ServerConnection connection = connection()) {
            connection.warm(target, deadlineNanos);
        }
    }

    @Override
    public void forget(String targetId) {
        doctor().forget(targetId);
    }

    /** Opens a port on which business servers may call. */
    public Listening listen(ListenerSettings settings, ServerCallListener listener)
            throws IOException {
        try (ServerConnection connection = connector.get().getConnection()) {
            return connection.listen(settings, listener);
        } catch (ResourceException none) {
            throw new IOException("the connector gave no connection", none);
        }
    }

    /** Looks after the connections of this node's connector. */
    ConnectionDoctor doctor() {
        try (ServerConnection connection = connector.get().getConnection()) {
            return connection.doctor();
        } catch (ResourceException none) {
            throw Failure.of(
                    ErrorCode.OVERLOADED,
                    Effect.NONE,
                    "The connector gave no connection to ask through; try again shortly.",
                    none);
        }
    }
}
