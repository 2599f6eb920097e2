package io.hansa.connector.tcp;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.DeferredReply;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.correlation.CorrelationException;
import io.hansa.connector.correlation.KeyReader;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.AdapterThreads;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.text.Transcoder;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One connection to one target at a time, with many requests under way on it, whose replies come in
 * any order.
 */
public final class SharedPool implements TargetPool {

    private static final int STATUS = 200;

    private final ServerTarget target;
    private final PoolSettings settings;
    private final FrameCodec codec;
    private final KeyReader keys;
    private final Transcoder transcoder;
    private final ExchangePermits slots;
    private final TargetAddresses addresses;
    private final TcpConnector connector;
    private final LongSupplier nanoTime;
    private final Set<SharedChannel> open = ConcurrentHashMap.newKeySet();
    private final SharedChannels channels;

    /**
     * @param nanoTime tells the age of channels; deadlines are always those of {@link
     *     System#nanoTime()}
     */
    public SharedPool(ServerTarget target, PoolContext surroundings, LongSupplier nanoTime) {
        this.target = target;
        this.settings = surroundings.settings();
        this.codec = FrameCodec.of(target.framing());
        this.keys = KeyReader.of(((Dialogue) target.framing()).correlation());
        this.transcoder = new Transcoder(target.charset());
        this.slots = new ExchangePermits(target, surroundings);
        this.addresses = new TargetAddresses(target, surroundings.addresses());
        this.connector = new TcpConnector(target, addresses);
        this.nanoTime = nanoTime;
        this.channels = new SharedChannels(target, this::open);
    }

    @Override
    public PendingReply<ServerReply, ExchangeException> begin(ServerRequest request)
            throws ExchangeException {
        return new Exchange(request, pending(request));
    }

    /** One request on the shared channel. */
    private final class Exchange extends DeferredReply<ServerReply, ExchangeException> {

        private final ServerRequest request;
        private final Deadline deadline;
        private final SharedExchange exchange;

        Exchange(ServerRequest request, Pending pending) {
            this.request = request;
            this.deadline = new Deadline(request.deadlineNanos());
            this.exchange = new SharedExchange(target, channels, nanoTime, request, pending);
        }

        @Override
        protected ServerReply exchange() throws ExchangeException {
            slots.take(deadline);
            try {
                byte[] reply = exchange.reply(deadline);
                byte[] payload = transcoder.framed(reply, request.contentType());
                return new ServerReply(
                        STATUS,
                        transcoder.incomingType(request.contentType()),
                        Map.of(),
                        payload,
                        reply);
            } catch (CharacterCodingException e) {
                throw TargetFailures.misread(target, e);
            } finally {
                slots.give();
            }
        }

        @Override
        protected void cancel() {
            exchange.cancel();
        }

        @Override
        protected ExchangeException notSent() {
            return TargetFailures.abandoned(target, false, deadline, null);
        }
    }

    @Override
    public void warm(Deadline deadline) throws ExchangeException {
        channels.get(deadline);
    }

    @Override
    public List<ChannelStatus> channels() {
        return open.stream().map(channel -> channel.history().status()).toList();
    }

    @Override
    public boolean quarantine(String channelId) {
        Optional<SharedChannel> found = find(channelId);
        found.ifPresent(
                channel -> {
                    channel.history().quarantine(true);
                    channels.drop(channel);
                });
        return found.isPresent();
    }

    @Override
    public boolean release(String channelId) {
        Optional<SharedChannel> found = find(channelId).filter(c -> c.history().quarantined());
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
        if (!open.isEmpty()) {
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
        return slots;
    }

    private Pending pending(ServerRequest request) throws ExchangeException {
        try {
            byte[] payload = transcoder.outgoing(request.payload(), request.contentType());
            return new Pending(keys.ofRequest(payload), codec.encode(payload));
        } catch (CharacterCodingException e) {
            throw TargetFailures.unmappable(target, e);
        } catch (FramingException e) {
            throw TargetFailures.refused(target, e.kind(), e.getMessage(), e);
        } catch (CorrelationException e) {
            throw TargetFailures.refused(
                    target,
                    Kind.UNMAPPABLE,
                    "the payload has nothing to correlate its reply by, " + e.getMessage(),
                    e);
        }
    }

    private SharedChannel open(Deadline deadline) throws ExchangeException {
        Link link = connector.open(deadline).link();
        SharedChannel channel =
                new SharedChannel(link, target.maxConcurrent(), nanoTime.getAsLong());
        open.add(channel);
        Heartbeat heartbeat = new Heartbeat(target, codec, keys);
        ChannelLoop carrier =
                new ChannelLoop(
                        channel,
                        () -> codec.decoder(target.maxReplyBytes()),
                        keys,
                        heartbeat,
                        new UnsolicitedMessages(target, codec),
                        this::ended);
        new AdapterThreads("hansa-connector-" + target.id()).newThread(carrier).start();
        return channel;
    }

    private void ended(SharedChannel channel) {
        open.remove(channel);
        channels.drop(channel);
    }

    private Optional<SharedChannel> find(String channelId) {
        return open.stream().filter(c -> c.history().id().equals(channelId)).findAny();
    }
}
