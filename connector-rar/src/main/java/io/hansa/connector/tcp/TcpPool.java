package io.hansa.connector.tcp;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.Close;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetPool;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The TCP channels of one target. */
public final class TcpPool implements TargetPool {

    private final ServerTarget target;
    private final FramedMessages messages;
    private final ExchangePermits permits;
    private final LongSupplier nanoTime;
    private final TargetAddresses addresses;
    private final OpenChannels open;
    private final IdleChannels idle;
    private volatile boolean draining;
    private volatile boolean closed;

    /**
     * @param nanoTime tells the age of channels; deadlines are always those of {@link
     *     System#nanoTime()}
     */
    public TcpPool(ServerTarget target, PoolContext context, LongSupplier nanoTime) {
        this.target = target;
        this.messages = new FramedMessages(target);
        this.permits = new ExchangePermits(target, context);
        this.addresses = new TargetAddresses(target, context.addresses());
        this.nanoTime = nanoTime;
        this.open = new OpenChannels(target, addresses, context.settings(), nanoTime);
        this.idle = new IdleChannels(target, addresses, context.settings(), nanoTime);
    }

    /**
     * Does not wait: where it would have to, {@link WaitingExchange} does so on a thread that may.
     */
    @Override
    public PendingReply<ServerReply, ExchangeException> begin(ServerRequest request)
            throws ExchangeException {
        ByteBuffer[] frame = messages.frame(request);
        TcpExchange exchange = beginNow(request, frame);
        if (exchange == null) {
            return new WaitingExchange(this, request, frame);
        }
        // Sends the frame, or as much of it as the network takes at once.
        exchange.await(0);
        return exchange;
    }

    /** Null where no permit or no idle channel is free. */
    private TcpExchange beginNow(ServerRequest request, ByteBuffer[] frame) {
        if (!permits.takeNow()) {
            return null;
        }
        PooledChannel pooled;
        try {
            pooled = idle.takeNow(request.repeatable());
        } catch (RuntimeException | Error defect) {
            permits.give();
            throw defect;
        }
        if (pooled == null) {
            permits.give();
            return null;
        }
        return new TcpExchange(this, request, frame, pooled);
    }

    /** The same, where the thread may wait for a permit and for a channel to be opened. */
    TcpExchange begin(ServerRequest request, ByteBuffer[] frame) throws ExchangeException {
        Deadline deadline = new Deadline(request.deadlineNanos());
        permits.take(deadline);
        PooledChannel pooled;
        try {
            pooled = obtain(deadline, request.repeatable());
        } catch (ExchangeException | RuntimeException | Error failure) {
            permits.give();
            throw failure;
        }
        return new TcpExchange(this, request, frame, pooled);
    }

    /**
     * The channel of a failed or closed exchange is in an unknown state.
     *
     * @param pooled null where the exchange had none at its end
     */
    void ended(PooledChannel pooled, boolean whole) {
        try {
            if (pooled != null) {
                release(pooled, whole && pooled.channel().reusable());
            }
        } finally {
            permits.give();
        }
    }

    ServerTarget target() {
        return target;
    }

    FramedMessages messages() {
        return messages;
    }

    /** By the clock that tells the age of channels. */
    long now() {
        return nanoTime.getAsLong();
    }

    boolean closed() {
        return closed;
    }

    /** A channel that had been idle has stayed silent in an exchange that began at that moment. */
    void silentSince(long nanos) {
        idle.closeSilentSince(nanos);
    }

    /** A new channel, never an idle one. */
    PooledChannel open(Deadline deadline) throws ExchangeException {
        return open.open(deadline, () -> null);
    }

    @Override
    public void warm(Deadline deadline) throws ExchangeException {
        if (open.none() && !draining && !(target.framing() instanceof Close)) {
            release(obtain(deadline, true), true);
        }
    }

    @Override
    public void refreshAddresses() {
        if (!open.none()) {
            addresses.refresh();
        }
    }

    @Override
    public void closeExpired() {
        idle.closeExpired();
    }

    @Override
    public void drain() {
        draining = true;
        idle.closeAll();
    }

    @Override
    public void close() {
        closed = true;
        drain();
        open.destroyAll();
    }

    @Override
    public List<ChannelStatus> channels() {
        return open.statuses();
    }

    @Override
    public boolean quarantine(String channelId) {
        Optional<PooledChannel> found = open.find(channelId);
        found.ifPresent(idle::quarantine);
        return found.isPresent();
    }

    @Override
    public boolean release(String channelId) {
        Optional<PooledChannel> found =
                open.find(channelId).filter(pooled -> pooled.history().quarantined());
        found.ifPresent(idle::release);
        return found.isPresent();
    }

    ExchangePermits permits() {
        return permits;
    }

    int openChannels() {
        return open.count();
    }

    private PooledChannel obtain(Deadline deadline, boolean repeatable) throws ExchangeException {
        PooledChannel pooled = idle.take(deadline, repeatable);
        return pooled != null ? pooled : open.open(deadline, () -> idle.take(deadline, repeatable));
    }

    private void release(PooledChannel pooled, boolean reusable) {
        if (!reusable || draining || addresses.outdated(pooled.address())) {
            pooled.destroy();
            return;
        }
        idle.put(pooled);
        if (draining) {
            idle.closeAll();
        }
    }
}
