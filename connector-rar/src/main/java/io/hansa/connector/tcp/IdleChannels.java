package io.hansa.connector.tcp;

import io.hansa.connector.pool.PoolSettings;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Channels between exchanges. The one used last is taken first, so that those a quiet time does not need grow old
 * together and are closed.
 */
final class IdleChannels {

    private final Deque<PooledChannel> channels = new ConcurrentLinkedDeque<>();
    private final long idleNanos;
    private final long lifetimeNanos;
    private final LongSupplier nanoTime;

    IdleChannels(PoolSettings settings, LongSupplier nanoTime) {
        this.idleNanos = TimeUnit.MILLISECONDS.toNanos(settings.idleMillis());
        this.lifetimeNanos = TimeUnit.MILLISECONDS.toNanos(settings.lifetimeMillis());
        this.nanoTime = nanoTime;
    }

    /** One that is young, open and silent, or null; those that are not are closed on the way. */
    PooledChannel take() {
        PooledChannel candidate = channels.pollFirst();
        while (candidate != null) {
            if (!expired(candidate, nanoTime.getAsLong()) && candidate.channel().fit()) {
                return candidate;
            }
            candidate.destroy();
            candidate = channels.pollFirst();
        }
        return null;
    }

    void put(PooledChannel channel) {
        channel.idleSince(nanoTime.getAsLong());
        channels.addFirst(channel);
    }

    void closeExpired() {
        long now = nanoTime.getAsLong();
        for (PooledChannel channel : channels) {
            if (expired(channel, now) && channels.remove(channel)) {
                channel.destroy();
            }
        }
    }

    void closeAll() {
        PooledChannel channel = channels.pollFirst();
        while (channel != null) {
            channel.destroy();
            channel = channels.pollFirst();
        }
    }

    private boolean expired(PooledChannel channel, long now) {
        return now - channel.idleSince() > idleNanos || now - channel.opened() > lifetimeNanos;
    }
}
