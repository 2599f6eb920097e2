package io.hansa.proxy.registration;

import io.hansa.connector.ConnectionDoctor;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerConnectionFactory;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.adapter.ConnectorAdapter;
import io.hansa.connector.adapter.ServerManagedConnectionFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * A business server that says nothing, and the real connector to it. The system accepts its
 * connections. It takes one exchange at a time.
 */
public final class SilentServer implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int MILLIS = 30_000;

    private final String id;
    private final ServerSocket listener;
    private final ConnectorAdapter adapter = new ConnectorAdapter();
    private final ConnectorExchanges exchanges;
    private ServerTarget framed;

    public SilentServer(String id) throws Exception {
        this.id = id;
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        adapter.start(null);
        ServerManagedConnectionFactory factory = new ServerManagedConnectionFactory();
        factory.setResourceAdapter(adapter);
        ServerConnectionFactory connector =
                (ServerConnectionFactory) factory.createConnectionFactory();
        exchanges = new ConnectorExchanges(() -> connector);
    }

    public Exchanges exchanges() {
        return exchanges;
    }

    public BusinessServer framed(String capability) {
        BusinessServer server = here("tcp", ServerSamples.framed(id, capability));
        framed = server.target();
        return server;
    }

    /** Opens a connection, so that the next request is sent at once. */
    public void warm() throws ExchangeException {
        exchanges.warm(framed, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS));
    }

    public BusinessServer http(String capability) {
        return here("http", ServerSamples.http(id, capability));
    }

    /** Connections that this node has open to it. */
    public int channels() {
        ConnectionDoctor doctor = exchanges.doctor();
        return doctor.examine(id).channels().size();
    }

    @Override
    public void close() throws IOException {
        adapter.stop();
        listener.close();
    }

    private BusinessServer here(String scheme, BusinessServer server) {
        ServerTarget of = server.target();
        URI endpoint = URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
        ServerTarget one =
                new ServerTarget(
                        of.id(),
                        endpoint,
                        of.framing(),
                        of.charset(),
                        1,
                        of.connectTimeoutMillis(),
                        of.maxReplyBytes(),
                        of.tls());
        return ServerSamples.withTimeout(
                ServerSamples.withThreshold(ServerSamples.at(one, server), 1), MILLIS);
    }
}
