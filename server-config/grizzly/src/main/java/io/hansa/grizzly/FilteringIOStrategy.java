package io.hansa.grizzly;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * Another strategy, and Hansa's filters in the listener's chain. Payara has no setting for further
 * filters of an HTTP listener, so the strategy adds them before the first connection is accepted.
 * Safe for many threads; one for each transport.
 */
final class FilteringIOStrategy implements IOStrategy {
    private final IOStrategy strategy;
    private final Filter pipelining;
    private final AtomicBoolean filtersAdded = new AtomicBoolean();

    /**
     * @param pipelining what becomes of pipelined requests
     */
    FilteringIOStrategy(IOStrategy strategy, Filter pipelining) {
        this.strategy = strategy;
        this.pipelining = pipelining;
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event) throws IOException {
        return executeIoEvent(connection, event, true);
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled)
            throws IOException {
        if (event == IOEvent.SERVER_ACCEPT && filtersAdded.compareAndSet(false, true)) {
            HttpFilters.addTo(connection.getTransport().getProcessor(), pipelining);
        } else if (event == IOEvent.READ) {
            Pipeline.of(connection).startRead();
        }
        return strategy.executeIoEvent(connection, event, enabled);
    }

    @Override
    public Executor getThreadPoolFor(Connection connection, IOEvent event) {
        return strategy.getThreadPoolFor(connection, event);
    }

    @Override
    public ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
        return strategy.createDefaultWorkerPoolConfig(transport);
    }
}
