package io.hansa.connector.tcp;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.Close;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerExchange;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.ConnectPermits;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.PoolContext;
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
    private volatile boolean draining;

    /**
     * @param nanoTime tells the age of channels; deadlines are always those of {@link
     *     System#nanoTime()}
     */
    public TcpPool(ServerTarget target, PoolContext surroundings, LongSupplier nanoTime) {
        this.target = target;
        this.codec = FrameCodec.of(target.framing());
        this.transcoder = new Transcoder(target.charset());
        this.slots = new ExchangePermits(target, surroundings);
        this.connector = new TcpConnector(target, surroundings.addresses());
        this.openings = new ConnectPermits(target, surroundings.settings());
        this.nanoTime = nanoTime;
        this.idle = new IdleChannels(target, surroundings.settings(), nanoTime);
    }

    @Override
    public ServerExchange begin(ServerRequest request) throws ExchangeException {
        ByteBuffer[] frame = frame(request);
        Deadline deadline = new Deadline(request.deadlineNanos());
        slots.take(deadline);
        PooledChannel pooled = null;
        try {
            pooled = obtain(deadline);
        } finally {
            if (pooled == null) {
                slots.give();
            }
        }
        TcpExchange exchange = new TcpExchange(target, transcoder, request, pooled, this::ended);
        exchange.begin(frame, codec);
        return exchange;
    }

    private void ended(TcpExchange exchange) {
        try {
            release(exchange.pooled(), exchange.reusable());
        } finally {
            slots.give();
        }
    }

    @Override
    public void warm(Deadline deadline) throws ExchangeException {
        if (open.isEmpty() && !draining && !(target.framing() instanceof Close)) {
            release(obtain(deadline), true);
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

    private PooledChannel obtain(Deadline deadline) throws ExchangeException {
        PooledChannel pooled = idle.take(deadline);
        if (pooled != null) {
            return pooled;
        }
        try {
            openings.begin(deadline);
        } catch (IOException e) {
            throw deadline.passed()
                    ? TargetFailures.timeout(target, false, e)
                    : TargetFailures.noConnection(target, e);
        }
        try {
            // One may have become free in the meantime.
            PooledChannel freed = idle.take(deadline);
            return freed != null
                    ? freed
                    : new PooledChannel(connector.open(deadline), nanoTime.getAsLong(), open);
        } finally {
            openings.end();
        }
    }

    private void release(PooledChannel pooled, boolean reusable) {
        if (!reusable || draining) {
            pooled.destroy();
            return;
        }
        idle.put(pooled);
        if (draining) {
            idle.closeAll();
        }
    }
}
