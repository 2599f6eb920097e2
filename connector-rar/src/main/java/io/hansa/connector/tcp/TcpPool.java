package io.hansa.connector.tcp;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.Close;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.Openings;
import io.hansa.connector.pool.Slots;
import io.hansa.connector.pool.Surroundings;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The TCP channels of one target. */
public final class TcpPool implements TargetPool {

    private static final int STATUS = 200;

    private final ServerTarget target;
    private final FrameCodec codec;
    private final Transcoder transcoder;
    private final Slots slots;
    private final TcpConnector connector;
    private final Openings openings;
    private final LongSupplier nanoTime;
    private final IdleChannels idle;
    private final Set<PooledChannel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    /**
     * @param nanoTime tells the age of channels; deadlines are always those of {@link System#nanoTime()}
     */
    public TcpPool(ServerTarget target, Surroundings surroundings, LongSupplier nanoTime) {
        this.target = target;
        this.codec = FrameCodec.of(target.framing());
        this.transcoder = new Transcoder(target.charset());
        this.slots = new Slots(target, surroundings);
        this.connector = new TcpConnector(target, surroundings.addresses());
        this.openings = new Openings(target, surroundings.settings());
        this.nanoTime = nanoTime;
        this.idle = new IdleChannels(target, surroundings.settings(), nanoTime);
    }

    @Override
    public ServerReply exchange(ServerRequest request) throws ExchangeException {
        byte[] frame = frame(request);
        Deadline deadline = new Deadline(request.deadlineNanos());
        slots.take(deadline);
        try {
            return exchange(frame, request, deadline);
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

    private byte[] frame(ServerRequest request) throws ExchangeException {
        try {
            return codec.encode(transcoder.outgoing(request.payload(), request.contentType()));
        } catch (CharacterCodingException e) {
            throw TargetFailures.unmappable(target, e);
        } catch (FramingException e) {
            throw TargetFailures.refused(target, e.kind(), e.getMessage(), e);
        }
    }

    private ServerReply exchange(byte[] frame, ServerRequest request, Deadline deadline)
            throws ExchangeException {
        PooledChannel pooled = obtain(deadline);
        TcpChannel channel = pooled.channel();
        boolean whole = false;
        pooled.history().begin(request);
        try {
            FrameDecoder decoder = codec.decoder(target.maxReplyBytes());
            byte[] reply = channel.exchange(frame, codec, decoder, deadline);
            byte[] payload = transcoder.incoming(reply, request.contentType());
            whole = true;
            return new ServerReply(STATUS, request.contentType(), Map.of(), payload, reply);
        } catch (CharacterCodingException e) {
            throw TargetFailures.misread(target, e);
        } catch (FramingException | HalfReplyException e) {
            throw TargetFailures.badReply(target, e.getMessage(), e);
        } catch (DeadlinePassedException e) {
            throw TargetFailures.timeout(target, channel.sent(), e);
        } catch (IOException e) {
            throw TargetFailures.broken(target, channel.sent(), e);
        } finally {
            pooled.history().end();
            release(pooled, whole && channel.reusable());
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
