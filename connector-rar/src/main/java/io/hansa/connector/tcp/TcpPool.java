package io.hansa.connector.tcp;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.Close;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.ConnectPermits;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The TCP channels of one target. */
public final class TcpPool implements TargetPool {

    private final ServerTarget target;
    private final FrameCodec codec;
    private final Transcoder transcoder;
    private final ExchangePermits slots;
    private final TcpConnector connector;
    private final ConnectPermits openings;
    private final LongSupplier nanoTime;
    private final IdleChannels idle;
    private final Set<PooledChannel> open = ConcurrentHashMap.newKeySet();
    private final TargetAddresses addresses;
    private volatile boolean draining;
    private volatile boolean closed;

    /**
     * @param nanoTime tells the age of channels; deadlines are always those of {@link
     *     System#nanoTime()}
     */
    public TcpPool(ServerTarget target, PoolContext surroundings, LongSupplier nanoTime) {
        this.target = target;
        this.codec = FrameCodec.of(target.framing());
        this.transcoder = new Transcoder(target.charset());
        this.slots = new ExchangePermits(target, surroundings);
        this.addresses = new TargetAddresses(target, surroundings.addresses());
        this.connector = new TcpConnector(target, addresses);
        this.openings = new ConnectPermits(target, surroundings.settings());
        this.nanoTime = nanoTime;
        this.idle = new IdleChannels(target, addresses, surroundings.settings(), nanoTime);
    }

    @Override
    public PendingReply<ServerReply, ExchangeException> begin(ServerRequest request)
            throws ExchangeException {
        ByteBuffer[] frame = frame(request);
        Deadline deadline = new Deadline(request.deadlineNanos());
        slots.take(deadline);
        PooledChannel pooled;
        try {
            pooled = obtain(deadline, request.repeatable());
        } catch (ExchangeException | RuntimeException | Error failure) {
            slots.give();
            throw failure;
        }
        TcpExchange exchange = new TcpExchange(this, request, frame, pooled);
        // Sends the frame, or as much of it as the network takes at once.
        exchange.await(0);
        return exchange;
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
            slots.give();
        }
    }

    ServerTarget target() {
        return target;
    }

    Transcoder transcoder() {
        return transcoder;
    }

    FrameCodec codec() {
        return codec;
    }

    FrameDecoder decoder() {
        return codec.decoder(target.maxReplyBytes());
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

    /** A fresh channel. */
    PooledChannel open(Deadline deadline) throws ExchangeException {
        begin(deadline);
        try {
            return opened(deadline);
        } finally {
            openings.end();
        }
    }

    @Override
    public void warm(Deadline deadline) throws ExchangeException {
        if (open.isEmpty() && !draining && !(target.framing() instanceof Close)) {
            release(obtain(deadline, true), true);
        }
    }

    @Override
    public void refreshAddresses() {
        if (!open.isEmpty()) {
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
        open.forEach(PooledChannel::destroy);
    }

    @Override
    public List<ChannelStatus> channels() {
        return open.stream().map(pooled -> pooled.history().status()).toList();
    }

    @Override
    public boolean quarantine(String channelId) {
        Optional<PooledChannel> found = find(channelId);
        found.ifPresent(idle::quarantine);
        return found.isPresent();
    }

    @Override
    public boolean release(String channelId) {
        Optional<PooledChannel> found =
                find(channelId).filter(pooled -> pooled.history().quarantined());
        found.ifPresent(idle::release);
        return found.isPresent();
    }

    ExchangePermits permits() {
        return slots;
    }

    int openChannels() {
        return open.size();
    }

    private Optional<PooledChannel> find(String channelId) {
        return open.stream().filter(p -> p.history().id().equals(channelId)).findAny();
    }

    private ByteBuffer[] frame(ServerRequest request) throws ExchangeException {
        try {
            return codec.parts(transcoder.outgoing(request.payload(), request.contentType()));
        } catch (CharacterCodingException e) {
            throw TargetFailures.unmappable(target, e);
        } catch (FramingException e) {
            throw TargetFailures.refused(target, e.kind(), e.getMessage(), e);
        }
    }

    private PooledChannel obtain(Deadline deadline, boolean repeatable) throws ExchangeException {
        PooledChannel pooled = idle.take(deadline, repeatable);
        if (pooled != null) {
            return pooled;
        }
        begin(deadline);
        try {
            // One may have become free in the meantime.
            PooledChannel freed = idle.take(deadline, repeatable);
            return freed != null ? freed : opened(deadline);
        } finally {
            openings.end();
        }
    }

    /** Waits for the right to open a channel. */
    private void begin(Deadline deadline) throws ExchangeException {
        try {
            openings.begin(deadline);
        } catch (IOException e) {
            throw deadline.passed()
                    ? TargetFailures.timeout(target, false, e)
                    : TargetFailures.noConnection(target, e);
        }
    }

    private PooledChannel opened(Deadline deadline) throws ExchangeException {
        return new PooledChannel(connector.open(deadline), nanoTime.getAsLong(), open);
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
