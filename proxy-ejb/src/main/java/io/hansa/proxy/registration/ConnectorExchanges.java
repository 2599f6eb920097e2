package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ConnectionDoctor;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.Listening;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerConnectionFactory;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.failure.Failure;
import jakarta.resource.ResourceException;
import java.io.IOException;
import java.util.function.Supplier;

/** Exchanges over connections of the container's pool, each held for one exchange. */
public final class ConnectorExchanges implements Exchanges {
    private final Supplier<ServerConnectionFactory> connector;

    /** @param connector is asked once a request, so it answers from memory */
    public ConnectorExchanges(Supplier<ServerConnectionFactory> connector) {
        this.connector = connector;
    }

    @Override
    public ServerReply exchange(ServerTarget target, ServerRequest request)
            throws ExchangeException {
        try (ServerConnection connection = connector.get().getConnection()) {
            return connection.exchange(target, request);
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
        try (ServerConnection connection = connector.get().getConnection()) {
            connection.warm(target, deadlineNanos);
        } catch (ResourceException none) {
            throw new ExchangeException(
                    ExchangeException.Kind.OVERLOADED, false, none.getMessage(), none);
        }
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
