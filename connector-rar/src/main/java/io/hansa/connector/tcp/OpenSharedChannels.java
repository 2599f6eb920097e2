package io.hansa.connector.tcp;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.correlation.KeyReader;
import io.hansa.connector.pool.AdapterThreads;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetAddresses;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The open shared channels of one target: the one in use, and those that end with their last reply.
 * Each has a thread of its own. Safe for many threads.
 */
final class OpenSharedChannels implements Iterable<SharedChannel> {

    private final ServerTarget target;
    private final FramedMessages messages;
    private final KeyReader keys;
    private final TcpConnector connector;
    private final LongSupplier nanoTime;
    private final Set<SharedChannel> open = ConcurrentHashMap.newKeySet();

    OpenSharedChannels(
            ServerTarget target,
            FramedMessages messages,
            KeyReader keys,
            TargetAddresses addresses,
            LongSupplier nanoTime) {
        this.target = target;
        this.messages = messages;
        this.keys = keys;
        this.connector = new TcpConnector(target, addresses);
        this.nanoTime = nanoTime;
    }

    /**
     * @param onEnd called when the channel has ended, on its thread
     */
    SharedChannel open(Deadline deadline, Consumer<SharedChannel> onEnd) throws ExchangeException {
        Link link = connector.open(deadline).link();
        SharedChannel channel =
                new SharedChannel(link, target.maxConcurrent(), nanoTime.getAsLong());
        open.add(channel);
        ChannelLoop loop =
                new ChannelLoop(
                        channel,
                        messages::decoder,
                        keys,
                        new Heartbeat(target, messages.codec(), keys),
                        new UnsolicitedMessages(target, messages.codec()),
                        ended -> {
                            open.remove(ended);
                            onEnd.accept(ended);
                        });
        new AdapterThreads("hansa-connector-" + target.id()).newThread(loop).start();
        return channel;
    }

    boolean none() {
        return open.isEmpty();
    }

    Optional<SharedChannel> find(String channelId) {
        return open.stream().filter(c -> c.history().id().equals(channelId)).findAny();
    }

    List<ChannelStatus> statuses() {
        return open.stream().map(channel -> channel.history().status()).toList();
    }

    @Override
    public Iterator<SharedChannel> iterator() {
        return open.iterator();
    }
}
