package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Addresses;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.Slots;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
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
    private final LongSupplier nanoTime;
    private final IdleChannels idle;
    private final Set<PooledChannel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    /**
     * @param nanoTime tells the age of channels; deadlines are always those of {@link System#nanoTime()}
     */
    public TcpPool(
            ServerTarget target,
            PoolSettings settings,
            Addresses addresses,
            LongSupplier nanoTime) {
        this.target = target;
        this.codec = FrameCodec.of(target.framing());
        this.transcoder = new Transcoder(target.charset());
        this.slots = new Slots(target, settings);
        this.connector = new TcpConnector(target, addresses);
        this.nanoTime = nanoTime;
        this.idle = new IdleChannels(settings, nanoTime);
    }

    @Override
    public ServerReply exchange(ServerRequest request) throws ExchangeException {
        byte[] frame = frame(request);
        Deadline deadline = new Deadline(request.deadlineNanos());
        slots.take(deadline);
        try {
            byte[] payload = exchange(frame, request.contentType(), deadline);
            return new ServerReply(STATUS, request.contentType(), Map.of(), payload);
        } finally {
            slots.give();
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

    int openChannels() {
        return open.size();
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

    private byte[] exchange(byte[] frame, String contentType, Deadline deadline)
            throws ExchangeException {
        PooledChannel pooled = idle.take();
        if (pooled == null) {
            pooled = new PooledChannel(connector.open(deadline), nanoTime.getAsLong(), open);
        }
        TcpChannel channel = pooled.channel();
        boolean whole = false;
        try {
            byte[] reply =
                    channel.exchange(frame, codec, codec.decoder(target.maxReplyBytes()), deadline);
            byte[] payload = transcoder.incoming(reply, contentType);
            whole = true;
            return payload;
        } catch (CharacterCodingException e) {
            throw TargetFailures.misread(target, e);
        } catch (FramingException | HalfReplyException e) {
            throw TargetFailures.badReply(target, e.getMessage(), e);
        } catch (DeadlinePassedException e) {
            throw TargetFailures.timeout(target, channel.sent(), e);
        } catch (IOException e) {
            throw TargetFailures.broken(target, channel.sent(), e);
        } finally {
            release(pooled, whole && channel.reusable());
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
