package io.hansa.connector.tcp;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.correlation.KeyReader;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetPool;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One connection to one target at a time, with many requests in flight, whose replies come in any
 * order.
 */
public final class SharedPool implements TargetPool {

    private final ServerTarget target;
    private final PoolSettings settings;
    private final FramedMessages messages;
    private final KeyReader keys;
    private final ExchangePermits permits;
    private final TargetAddresses addresses;
    private final LongSupplier nanoTime;
    private final OpenSharedChannels open;
    private final SharedChannels channels;

    /**
     * @param nanoTime tells the age of channels; deadlines are always those of {@link
     *     System#nanoTime()}
     */
    public SharedPool(ServerTarget target, PoolContext context, LongSupplier nanoTime) {
        this.target = target;
        this.settings = context.settings();
        this.messages = new FramedMessages(target);
        this.keys = KeyReader.of(((Dialogue) target.framing()).correlation());
        this.permits = new ExchangePermits(target, context);
        this.addresses = new TargetAddresses(target, context.addresses());
        this.nanoTime = nanoTime;
        this.open = new OpenSharedChannels(target, messages, keys, addresses, nanoTime);
        this.channels = new SharedChannels(target, this::open);
    }

    @Override
    public PendingReply<ServerReply, ExchangeException> begin(ServerRequest request)
            throws ExchangeException {
        Pending pending = messages.correlated(request, keys);
        SharedExchange exchange = new SharedExchange(target, channels, nanoTime, request, pending);
        return new SharedReply(target, permits, messages, request, exchange);
    }

    @Override
    public void warm(Deadline deadline) throws ExchangeException {
        channels.get(deadline);
    }

    @Override
    public List<ChannelStatus> channels() {
        return open.statuses();
    }

    @Override
    public boolean quarantine(String channelId) {
        Optional<SharedChannel> found = open.find(channelId);
        found.ifPresent(
                channel -> {
                    channel.history().quarantine(true);
                    channels.drop(channel);
                });
        return found.isPresent();
    }

    @Override
    public boolean release(String channelId) {
        Optional<SharedChannel> found = open.find(channelId).filter(c -> c.history().quarantined());
        found.ifPresent(
                channel -> {
                    channel.history().quarantine(false);
                    if (!channels.restore(channel)) {
                        channel.retire();
                    }
                });
        return found.isPresent();
    }

    @Override
    public void refreshAddresses() {
        if (!open.none()) {
            addresses.refresh();
        }
    }

    @Override
    public void closeExpired() {
        long now = nanoTime.getAsLong();
        long idle = TimeUnit.MILLISECONDS.toNanos(settings.idleMillis(target));
        long lifetime = TimeUnit.MILLISECONDS.toNanos(settings.lifetimeMillis());
        for (SharedChannel channel : open) {
            boolean unused =
                    channel.history().inFlight() == 0
                            && !channel.history().quarantined()
                            && now - channel.idleSince() > idle;
            if (unused
                    || now - channel.opened() > lifetime
                    || addresses.outdated(channel.link().address())) {
                channels.drop(channel);
                channel.retire();
            }
        }
    }

    @Override
    public void drain() {
        for (SharedChannel channel : open) {
            channels.drop(channel);
            channel.retire();
        }
    }

    @Override
    public void close() {
        drain();
        open.forEach(SharedChannel::close);
    }

    ExchangePermits permits() {
        return permits;
    }

    private SharedChannel open(Deadline deadline) throws ExchangeException {
        return open.open(deadline, channels::drop);
    }
}
