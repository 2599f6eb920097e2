package io.hansa.connector.adapter;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Makes what the container pools. It has no configuration, so that all of its kind are equal and
 * any managed connection serves any request.
 */
public final class ServerManagedConnectionFactory
        implements ManagedConnectionFactory, ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    private transient ConnectorAdapter adapter;
    private transient PrintWriter log;

    @Override
    public Object createConnectionFactory(ConnectionManager connections) {
        return new PooledConnectionFactory(this, connections);
    }

    @Override
    public Object createConnectionFactory() {
        return createConnectionFactory(new UnpooledConnections());
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info)
            throws ResourceException {
        if (adapter == null) {
            throw new IllegalStateException(
                    "The connection factory has no adapter; deploy the RAR before it is used.");
        }
        return adapter.connect();
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public ManagedConnection matchManagedConnections(
            Set candidates, Subject subject, ConnectionRequestInfo info) {
        for (Object candidate : (Set<Object>) candidates) {
            if (candidate instanceof ServerManagedConnection connection && connection.usable()) {
                return connection;
            }
        }
        return null;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
        if (!(adapter instanceof ConnectorAdapter connector)) {
            throw new ResourceException(
                    adapter + " is not the adapter of this factory; see META-INF/ra.xml.");
        }
        this.adapter = connector;
    }

    @Override
    public PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(PrintWriter log) {
        this.log = log;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServerManagedConnectionFactory that && adapter == that.adapter;
    }

    @Override
    public int hashCode() {
        return ServerManagedConnectionFactory.class.hashCode();
    }
}
