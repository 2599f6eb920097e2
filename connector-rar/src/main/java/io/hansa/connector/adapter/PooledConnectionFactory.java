package io.hansa.connector.adapter;

import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerConnectionFactory;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;

/** The factory that applications look up: it asks the container's pool. */
final class PooledConnectionFactory implements ServerConnectionFactory {

    private static final long serialVersionUID = 1L;

    private final ServerManagedConnectionFactory factory;
    private final ConnectionManager connections;
    private Reference reference;

    PooledConnectionFactory(ServerManagedConnectionFactory factory, ConnectionManager connections) {
        this.factory = factory;
        this.connections = connections;
    }

    @Override
    public ServerConnection getConnection() throws ResourceException {
        return (ServerConnection) connections.allocateConnection(factory, null);
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() {
        return reference;
    }
}
