package io.hansa.connector.tcp;

import io.hansa.connector.Dialogue;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetAddresses;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Channels between exchanges. The one used last is taken first, so that those a quiet time does not
 * need grow old together and are closed. Those in quarantine are kept separately.
 */
final class IdleChannels {

    private final Deque<PooledChannel> channels = new ConcurrentLinkedDeque<>();
    private final Set<PooledChannel> inQuarantine = ConcurrentHashMap.newKeySet();
    private final ServerTarget target;
    private final TargetAddresses addresses;
    private final EchoTests echoes;
    private final long echoAfterNanos;
    private final long idleNanos;
    private final long lifetimeNanos;
    private final LongSupplier nanoTime;
    private final UnaryOperator<PooledChannel> untested = this::leave;

    IdleChannels(
            ServerTarget target,
            TargetAddresses addresses,
            PoolSettings settings,
            LongSupplier nanoTime) {
        this.target = target;
        this.addresses = addresses;
        this.echoes = new EchoTests(Probing.echo(target), this::putBack);
        this.echoAfterNanos =
                TimeUnit.MILLISECONDS.toNanos(
                        target.framing() instanceof Dialogue dialogue && dialogue.echo() != null
                                ? dialogue.echoAfterMillis()
                                : Long.MAX_VALUE);
        this.idleNanos = TimeUnit.MILLISECONDS.toNanos(settings.idleMillis(target));
        this.lifetimeNanos = TimeUnit.MILLISECONDS.toNanos(settings.lifetimeMillis());
        this.nanoTime = nanoTime;
    }

    /**
     * A channel that is young, open, silent and answers its echo, or null. Others that it finds are
     * closed.
     *
     * @param repeatable whether it does no harm when the server closes the channel at this moment.
     *     Otherwise one that has been idle for long, and has no echo to show that it lives, is
     *     closed so that another is opened in its place
     */
    PooledChannel take(Deadline deadline, boolean repeatable) {
        return take(repeatable, candidate -> firstWithEcho(candidate, deadline));
    }

    /** The same without a wait; null where the next one wants an echo before it is used. */
    PooledChannel takeNow(boolean repeatable) {
        return take(repeatable, untested);
    }

    private PooledChannel take(boolean repeatable, UnaryOperator<PooledChannel> tested) {
        if (echoes.unsettled()) {
            echoes.settle();
        }
        for (PooledChannel candidate = channels.pollFirst();
                candidate != null;
                candidate = channels.pollFirst()) {
            long now = nanoTime.getAsLong();
            if (candidate.history().quarantined()) {
                put(candidate);
            } else if (expired(candidate, now) || !candidate.channel().fit()) {
                candidate.destroy();
            } else if (wantsEcho(candidate, now)) {
                return tested.apply(candidate);
            } else if (repeatable || now - candidate.aliveAt() < maxIdleOfOnce()) {
                return candidate;
            } else {
                candidate.destroy();
                return null;
            }
        }
        return null;
    }

    void put(PooledChannel channel) {
        channel.idleSince(nanoTime.getAsLong());
        if (!channel.history().quarantined()) {
            channels.addFirst(channel);
        } else if (inQuarantine.size() < target.maxConcurrent()) {
            inQuarantine.add(channel);
        } else {
            channel.destroy();
        }
    }

    /** Lets a channel that was in quarantine be taken again. */
    void release(PooledChannel channel) {
        channel.history().quarantine(false);
        if (inQuarantine.remove(channel)) {
            channels.addLast(channel);
        }
    }

    /** Takes a channel out of use if it is idle; otherwise that is done when its exchange ends. */
    void quarantine(PooledChannel channel) {
        channel.history().quarantine(true);
        if (channels.remove(channel)) {
            put(channel);
        }
    }

    void closeExpired() {
        echoes.settle();
        long now = nanoTime.getAsLong();
        closeIf(channel -> expired(channel, now));
        for (PooledChannel channel : inQuarantine) {
            if (now - channel.opened() > lifetimeNanos && inQuarantine.remove(channel)) {
                channel.destroy();
            }
        }
    }

    /**
     * Closes the channels without traffic since that moment: one like them was dropped without a
     * reset, and so may they be.
     */
    void closeSilentSince(long nanos) {
        closeIf(channel -> channel.aliveAt() - nanos <= 0);
    }

    void closeAll() {
        echoes.close();
        closeIf(channel -> true);
        inQuarantine.forEach(PooledChannel::destroy);
        inQuarantine.clear();
    }

    private void closeIf(Predicate<PooledChannel> condition) {
        for (PooledChannel channel : channels) {
            if (condition.test(channel) && channels.remove(channel)) {
                channel.destroy();
            }
        }
    }

    private PooledChannel leave(PooledChannel candidate) {
        channels.addFirst(candidate);
        return null;
    }

    /** All that want an echo are asked at once. */
    private PooledChannel firstWithEcho(PooledChannel candidate, Deadline deadline) {
        long now = nanoTime.getAsLong();
        List<PooledChannel> candidates = new ArrayList<>();
        candidates.add(candidate);
        for (PooledChannel other : channels) {
            if (wantsEcho(other, now) && channels.remove(other)) {
                candidates.add(other);
            }
        }
        return echoes.first(
                candidates, deadline.earlier(Deadline.inMillis(target.connectTimeoutMillis())));
    }

    private void putBack(PooledChannel channel) {
        channel.aliveAt(nanoTime.getAsLong());
        if (channel.history().quarantined()) {
            put(channel);
        } else {
            channels.addLast(channel);
        }
    }

    private boolean wantsEcho(PooledChannel channel, long now) {
        return now - channel.aliveAt() >= echoAfterNanos;
    }

    private long maxIdleOfOnce() {
        return echoAfterNanos == Long.MAX_VALUE
                ? PoolSettings.MAX_IDLE_NANOS_FOR_ONCE
                : echoAfterNanos;
    }

    private boolean expired(PooledChannel channel, long now) {
        return now - channel.idleSince() > idleNanos
                || now - channel.opened() > lifetimeNanos
                || addresses.outdated(channel.address());
    }
}
