package io.hansa.proxy.registration;

import io.hansa.connector.ExchangeException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Opens a connection to each business server when the node starts, one after another, so that the
 * first callers find one and no server gets all nodes' connections at once. For a server that is
 * entered later its first caller opens the connection.
 */
public final class Warming {
    private static final Logger LOG = System.getLogger(Warming.class.getName());

    private final Exchanges exchanges;
    private final Executor executor;
    private boolean done;

    public Warming(Exchanges exchanges, Executor executor) {
        this.exchanges = exchanges;
        this.executor = executor;
    }

    /** Returns at once; only the first call does anything. */
    public synchronized void start(Collection<List<BusinessServer>> servers) {
        if (!done) {
            done = true;
            List<BusinessServer> each = servers.stream().flatMap(List::stream).distinct().toList();
            executor.execute(() -> each.forEach(this::warm));
        }
    }

    private void warm(BusinessServer server) {
        long patience = TimeUnit.MILLISECONDS.toNanos(server.target().connectTimeoutMillis());
        try {
            exchanges.warm(server.target(), System.nanoTime() + patience);
        } catch (ExchangeException | RuntimeException away) {
            LOG.log(
                    Level.INFO,
                    "HANSA-3203 Server {0} could not be reached when this node started: {1}",
                    server.id(),
                    away.getMessage());
        }
    }
}
