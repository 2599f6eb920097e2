package io.hansa.connector.pool;

/** What the pools of all targets share. */
public record PoolContext(PoolSettings settings, Addresses addresses, Alarms alarms, NodeLimit node)
        implements AutoCloseable {

    public PoolContext(PoolSettings settings) {
        this(settings, new Addresses());
    }

    /** With names that are looked up in another way than the JVM's. */
    public PoolContext(PoolSettings settings, Addresses addresses) {
        this(settings, addresses, new Alarms(), new NodeLimit(settings.maxExchanges()));
    }

    @Override
    public void close() {
        alarms.close();
        addresses.close();
    }
}
