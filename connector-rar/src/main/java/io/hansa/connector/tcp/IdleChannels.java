package io.hansa.connector.tcp;

import io.hansa.connector.Dialogue;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import java.io.IOException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Channels between exchanges. The one used last is taken first, so that those a quiet time does not
 * need grow old together and are closed. Those in quarantine wait apart.
 */
final class IdleChannels {

    private final Deque<PooledChannel> channels = new ConcurrentLinkedDeque<>();
    private final Set<PooledChannel> apart = ConcurrentHashMap.newKeySet();
    private final ServerTarget target;
    private final Probing echo;
    private final long echoAfterNanos;
    private final long idleNanos;
    private final long lifetimeNanos;
    private final LongSupplier nanoTime;

    IdleChannels(ServerTarget target, PoolSettings settings, LongSupplier nanoTime) {
        this.target = target;
        this.echo = Probing.echo(target);
        this.echoAfterNanos =
                TimeUnit.MILLISECONDS.toNanos(
                        target.framing() instanceof Dialogue dialogue && dialogue.echo() != null
                                ? dialogue.echoAfterMillis()
                                : Long.MAX_VALUE);
        this.idleNanos = TimeUnit.MILLISECONDS.toNanos(settings.idleMillis());
        this.lifetimeNanos = TimeUnit.MILLISECONDS.toNanos(settings.lifetimeMillis());
        this.nanoTime = nanoTime;
    }

    /**
     * One that is young, open, silent and answers its echo, or null; those that are not are closed
     * on the way.
     */
    PooledChannel take(Deadline deadline) {
        PooledChannel candidate = channels.pollFirst();
        while (candidate != null) {
            if (candidate.history().quarantined()) {
                put(candidate);
            } else if (fit(candidate, deadline)) {
                return candidate;
            } else {
                candidate.destroy();
            }
            candidate = channels.pollFirst();
        }
        return null;
    }

    void put(PooledChannel channel) {
        channel.idleSince(nanoTime.getAsLong());
        if (!channel.history().quarantined()) {
            channels.addFirst(channel);
        } else if (apart.size() < target.maxConcurrent()) {
            apart.add(channel);
        } else {
            channel.destroy();
        }
    }

    /** Lets a channel that was in quarantine be taken again. */
    void release(PooledChannel channel) {
        channel.history().quarantine(false);
        if (apart.remove(channel)) {
            channels.addLast(channel);
        }
    }

    /**
     * Moves a channel out of the way of callers, if it is idle; otherwise that is done when its
     * exchange ends.
     */
    void quarantine(PooledChannel channel) {
        channel.history().quarantine(true);
        if (channels.remove(channel)) {
            put(channel);
        }
    }

    void closeExpired() {
        long now = nanoTime.getAsLong();
        for (PooledChannel channel : channels) {
            if (expired(channel, now) && channels.remove(channel)) {
                channel.destroy();
            }
        }
        for (PooledChannel channel : apart) {
            if (now - channel.opened() > lifetimeNanos && apart.remove(channel)) {
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
        apart.forEach(PooledChannel::destroy);
        apart.clear();
    }

    private boolean fit(PooledChannel candidate, Deadline deadline) {
        long now = nanoTime.getAsLong();
        if (expired(candidate, now) || !candidate.channel().fit()) {
            return false;
        }
        if (now - candidate.idleSince() < echoAfterNanos) {
            return true;
        }
        try {
            echo.on(
                    candidate.channel(),
                    deadline.earlier(Deadline.inMillis(target.connectTimeoutMillis())));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean expired(PooledChannel channel, long now) {
        return now - channel.idleSince() > idleNanos || now - channel.opened() > lifetimeNanos;
    }
}
