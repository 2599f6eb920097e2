package io.hansa.connector.adapter;

import io.hansa.connector.pool.AdapterThreads;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.target.TargetPools;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.transaction.xa.XAResource;

/**
 * The adapter: a bean that the container configures, starts once, and stops when the application
 * server goes or the adapter is undeployed. It owns the channels of all targets.
 */
public final class ConnectorAdapter implements ResourceAdapter {

    private Long idleMillis = PoolSettings.DEFAULT_IDLE_MILLIS;
    private Long lifetimeMillis = PoolSettings.DEFAULT_LIFETIME_MILLIS;
    private Long slotWaitMillis = PoolSettings.DEFAULT_SLOT_WAIT_MILLIS;
    private Integer openingsAtOnce = PoolSettings.DEFAULT_OPENINGS_AT_ONCE;
    private Integer maxExchanges = PoolSettings.DEFAULT_MAX_EXCHANGES;
    private volatile TargetPools pools;
    private volatile Ports ports;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            pools =
                    new TargetPools(
                            new PoolSettings(
                                    idleMillis,
                                    lifetimeMillis,
                                    slotWaitMillis,
                                    openingsAtOnce,
                                    maxExchanges));
        } catch (IllegalArgumentException e) {
            throw new ResourceAdapterInternalException(e.getMessage(), e);
        }
        ports = new Ports(threads(context), pools.alarms());
    }

    @Override
    public void stop() {
        ports.close();
        pools.close();
    }

    ServerManagedConnection connect() {
        return new ServerManagedConnection(pools, ports);
    }

    @Override
    public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec)
            throws ResourceException {
        ports.activate(endpoints, spec);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {
        ports.deactivate(spec);
    }

    /** Null, because nothing here takes part in transactions. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return null;
    }

    private static Executor threads(BootstrapContext context) {
        return context == null || context.getWorkManager() == null
                ? task -> new AdapterThreads("hansa-connector-calls").newThread(task).start()
                : new ContainerThreads(context.getWorkManager());
    }

    /** How long an unused channel stays open. */
    public Long getIdleMillis() {
        return idleMillis;
    }

    public void setIdleMillis(Long idleMillis) {
        this.idleMillis = idleMillis;
    }

    /** How long a channel is used before it is replaced. */
    public Long getLifetimeMillis() {
        return lifetimeMillis;
    }

    public void setLifetimeMillis(Long lifetimeMillis) {
        this.lifetimeMillis = lifetimeMillis;
    }

    /** How long an exchange waits for another one to end when its target takes no more. */
    public Long getSlotWaitMillis() {
        return slotWaitMillis;
    }

    public void setSlotWaitMillis(Long slotWaitMillis) {
        this.slotWaitMillis = slotWaitMillis;
    }

    /** How many connections to one target are opened at the same time. */
    public Integer getOpeningsAtOnce() {
        return openingsAtOnce;
    }

    public void setOpeningsAtOnce(Integer openingsAtOnce) {
        this.openingsAtOnce = openingsAtOnce;
    }

    /** How many exchanges are in flight at once with all targets together. */
    public Integer getMaxExchanges() {
        return maxExchanges;
    }

    public void setMaxExchanges(Integer maxExchanges) {
        this.maxExchanges = maxExchanges;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectorAdapter that
                && Objects.equals(idleMillis, that.idleMillis)
                && Objects.equals(lifetimeMillis, that.lifetimeMillis)
                && Objects.equals(slotWaitMillis, that.slotWaitMillis)
                && Objects.equals(openingsAtOnce, that.openingsAtOnce)
                && Objects.equals(maxExchanges, that.maxExchanges);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                idleMillis, lifetimeMillis, slotWaitMillis, openingsAtOnce, maxExchanges);
    }
}
