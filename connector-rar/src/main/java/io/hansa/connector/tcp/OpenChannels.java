package io.hansa.connector.tcp;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.ConnectPermits;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetFailures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The open channels of one target, idle or in an exchange, and the opening of another. Few callers
 * open one at the same time. Safe for many threads.
 */
final class OpenChannels {

    /** A channel that has become idle; null where there is none. */
    interface Idle {
        PooledChannel take();
    }

    private final ServerTarget target;
    private final TcpConnector connector;
    private final ConnectPermits connectPermits;
    private final LongSupplier nanoTime;
    private final Set<PooledChannel> open = ConcurrentHashMap.newKeySet();

    OpenChannels(
            ServerTarget target,
            TargetAddresses addresses,
            PoolSettings settings,
            LongSupplier nanoTime) {
        this.target = target;
        this.connector = new TcpConnector(target, addresses);
        this.connectPermits = new ConnectPermits(target, settings);
        this.nanoTime = nanoTime;
    }

    /** A new channel, or an idle one where the caller had to wait until it may open one. */
    PooledChannel open(Deadline deadline, Idle idle) throws ExchangeException {
        begin(deadline);
        try {
            PooledChannel freed = idle.take();
            return freed != null
                    ? freed
                    : new PooledChannel(connector.open(deadline), nanoTime.getAsLong(), open);
        } finally {
            connectPermits.end();
        }
    }

    /** Waits for the right to open a channel. */
    private void begin(Deadline deadline) throws ExchangeException {
        try {
            connectPermits.begin(deadline);
        } catch (IOException e) {
            throw deadline.passed()
                    ? TargetFailures.timeout(target, false, e)
                    : TargetFailures.noConnection(target, e);
        }
    }

    boolean none() {
        return open.isEmpty();
    }

    int count() {
        return open.size();
    }

    Optional<PooledChannel> find(String channelId) {
        return open.stream().filter(p -> p.history().id().equals(channelId)).findAny();
    }

    List<ChannelStatus> statuses() {
        return open.stream().map(pooled -> pooled.history().status()).toList();
    }

    void destroyAll() {
        open.forEach(PooledChannel::destroy);
    }
}
