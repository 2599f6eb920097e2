package io.hansa.connector.tcp;

import io.hansa.connector.pool.ChannelRecord;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Set;

/** A channel and its age; a member of the set of its pool's open channels until it is destroyed. */
final class PooledChannel {

    private static final Logger LOG = System.getLogger(PooledChannel.class.getName());

    private final TcpChannel channel;
    private final long opened;
    private final Set<PooledChannel> open;
    private final ChannelRecord history = new ChannelRecord();
    private volatile long idleSince;
    private volatile long aliveAt;
    private volatile boolean reused;

    PooledChannel(TcpChannel channel, long opened, Set<PooledChannel> open) {
        this.channel = channel;
        this.opened = opened;
        this.open = open;
        open.add(this);
    }

    TcpChannel channel() {
        return channel;
    }

    ChannelRecord history() {
        return history;
    }

    long opened() {
        return opened;
    }

    long idleSince() {
        return idleSince;
    }

    void idleSince(long nanos) {
        idleSince = nanos;
        aliveAt = nanos;
        reused = true;
    }

    /** When the server last showed that it is there, by a reply or an echo. */
    long aliveAt() {
        return aliveAt;
    }

    void aliveAt(long nanos) {
        aliveAt = nanos;
    }

    /** Whether it waited for its exchange among the idle ones, so that it may be dead by now. */
    boolean reused() {
        return reused;
    }

    InetAddress address() {
        return channel.link().address();
    }

    void destroy() {
        open.remove(this);
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A channel did not close in order; it is gone all the same.", e);
        }
    }
}
