package io.hansa.connector.adapter;

import io.hansa.connector.ConnectionDoctor;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.Listening;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.target.TargetPools;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/**
 * What the container pools: a licence to use the adapter, without a socket of its own. After a
 * failed exchange it tells the container so and is thrown away, as a connection with a socket would
 * be.
 */
final class ServerManagedConnection implements ManagedConnection {

    private final TargetPools pools;
    private final Ports ports;
    private final Set<ConnectionHandle> handles = ConcurrentHashMap.newKeySet();
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean usable = true;
    private PrintWriter log;

    ServerManagedConnection(TargetPools pools, Ports ports) {
        this.pools = pools;
        this.ports = ports;
    }

    boolean usable() {
        return usable;
    }

    PendingReply<ServerReply, ExchangeException> begin(
            ConnectionHandle handle, ServerTarget target, ServerRequest request)
            throws ExchangeException {
        PendingReply<ServerReply, ExchangeException> pending;
        try {
            pending = pools.begin(target, request);
        } catch (ExchangeException failure) {
            ended(handle, failure);
            throw failure;
        }
        pending.onEnd((reply, failure) -> ended(handle, failure));
        return pending;
    }

    /** The container is notified where a channel broke. */
    private void ended(ConnectionHandle handle, Throwable failure) {
        if (failure instanceof ExchangeException e) {
            switch (e.kind()) {
                case UNREACHABLE, PROTOCOL_ERROR, TIMEOUT -> failed(handle, e);
                case ABANDONED, OVERLOADED, QUARANTINED, REQUEST_TOO_LARGE, UNMAPPABLE -> {
                    // No channel broke by itself, so this connection is as good as before.
                }
            }
        }
    }

    /** A target that cannot be reached says nothing against this connection. */
    void warm(ServerTarget target, long deadlineNanos) throws ExchangeException {
        pools.warm(target, new Deadline(deadlineNanos));
    }

    ConnectionDoctor doctor() {
        return pools;
    }

    Listening listen(ListenerSettings settings, ServerCallListener listener) throws IOException {
        return ports.open(settings, listener);
    }

    /**
     * A handle was closed. The container is notified unless it has destroyed this connection
     * already.
     */
    void closed(ConnectionHandle handle) {
        if (handles.remove(handle) && usable) {
            ConnectionEvent event = event(ConnectionEvent.CONNECTION_CLOSED, handle, null);
            tell(ConnectionEventListener::connectionClosed, event);
        }
    }

    void leave(ConnectionHandle handle) {
        handles.remove(handle);
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo info) {
        ConnectionHandle handle = new ConnectionHandle(this);
        handles.add(handle);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        if (!(connection instanceof ConnectionHandle handle)) {
            throw new ResourceException(connection + " is no handle of this adapter.");
        }
        handle.moveTo(this);
        handles.add(handle);
    }

    @Override
    public void cleanup() {
        handles.forEach(ConnectionHandle::invalidate);
        handles.clear();
    }

    @Override
    public void destroy() {
        usable = false;
        cleanup();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new AdapterMetaData();
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw noTransactions();
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw noTransactions();
    }

    @Override
    public PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(PrintWriter log) {
        this.log = log;
    }

    private void failed(ConnectionHandle handle, ExchangeException failure) {
        if (usable) {
            usable = false;
            ConnectionEvent event =
                    event(ConnectionEvent.CONNECTION_ERROR_OCCURRED, handle, failure);
            tell(ConnectionEventListener::connectionErrorOccurred, event);
        }
    }

    private ConnectionEvent event(int id, ConnectionHandle handle, Exception failure) {
        ConnectionEvent event = new ConnectionEvent(this, id, failure);
        event.setConnectionHandle(handle);
        return event;
    }

    private void tell(
            BiConsumer<ConnectionEventListener, ConnectionEvent> what, ConnectionEvent event) {
        listeners.forEach(listener -> what.accept(listener, event));
    }

    private static NotSupportedException noTransactions() {
        return new NotSupportedException(
                "Business servers take no part in transactions; install the adapter as NoTransaction.");
    }
}
