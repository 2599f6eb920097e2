package io.hansa.connector.pool;

/** What the pools of all targets share. */
public record PoolContext(PoolSettings settings, Addresses addresses, Alarms alarms, NodeLimit node)
        implements AutoCloseable {

    public PoolContext(PoolSettings settings) {
        this(settings, new Addresses(), new Alarms(), new NodeLimit(settings.maxExchanges()));
    }

    @Override
    public void close() {
        alarms.close();
        addresses.close();
    }
}
