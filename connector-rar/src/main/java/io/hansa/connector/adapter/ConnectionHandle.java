package io.hansa.connector.adapter;

import io.hansa.connector.ConnectionClosedException;
import io.hansa.connector.ConnectionDoctor;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.Listening;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import java.io.IOException;

/**
 * The application's end of a managed connection, which the container may exchange for another one.
 */
final class ConnectionHandle implements ServerConnection {

    private volatile ServerManagedConnection connection;

    ConnectionHandle(ServerManagedConnection connection) {
        this.connection = connection;
    }

    @Override
    public PendingReply<ServerReply, ExchangeException> begin(
            ServerTarget target, ServerRequest request) throws ExchangeException {
        return open().begin(this, target, request);
    }

    @Override
    public void warm(ServerTarget target, long deadlineNanos) throws ExchangeException {
        open().warm(target, deadlineNanos);
    }

    @Override
    public ConnectionDoctor doctor() {
        return open().doctor();
    }

    @Override
    public Listening listen(ListenerSettings settings, ServerCallListener listener)
            throws IOException {
        return open().listen(settings, listener);
    }

    @Override
    public void close() {
        ServerManagedConnection current = connection;
        connection = null;
        if (current != null) {
            current.closed(this);
        }
    }

    void invalidate() {
        connection = null;
    }

    void moveTo(ServerManagedConnection next) {
        ServerManagedConnection current = connection;
        if (current != null) {
            current.leave(this);
        }
        connection = next;
    }

    private ServerManagedConnection open() {
        ServerManagedConnection current = connection;
        if (current == null) {
            throw new ConnectionClosedException();
        }
        return current;
    }
}
