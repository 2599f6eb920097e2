package io.hansa.connector.pool;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ChannelStatus.State;
import io.hansa.connector.ServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What is known of one channel besides its socket. For any number of threads. */
public final class ChannelRecord {

    private final String id = ChannelIds.next();
    private final long opened = System.nanoTime();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile long used = opened;
    private volatile String traceId;
    private final AtomicLong unasked = new AtomicLong();
    private volatile boolean quarantined;
    private volatile boolean closing;

    public String id() {
        return id;
    }

    public void begin(ServerRequest request) {
        inFlight.incrementAndGet();
        traceId = request.traceId();
        used = System.nanoTime();
    }

    public void end() {
        used = System.nanoTime();
        inFlight.decrementAndGet();
    }

    public int inFlight() {
        return inFlight.get();
    }

    public boolean quarantined() {
        return quarantined;
    }

    public void quarantine(boolean on) {
        quarantined = on;
    }

    /**
     * The server asked something of its own accord; whether that was the first time on this
     * channel.
     */
    public boolean wasAsked() {
        return unasked.getAndIncrement() == 0;
    }

    /** From now on it is used for nothing new. */
    public void closing() {
        closing = true;
    }

    /** Since an exchange on it began or ended last. */
    public long unusedNanos() {
        return System.nanoTime() - used;
    }

    public ChannelStatus status() {
        long now = System.nanoTime();
        int busy = inFlight.get();
        State state =
                quarantined
                        ? State.QUARANTINED
                        : closing ? State.CLOSING : busy > 0 ? State.BUSY : State.IDLE;
        return new ChannelStatus(
                id,
                state,
                busy,
                TimeUnit.NANOSECONDS.toMillis(now - opened),
                TimeUnit.NANOSECONDS.toMillis(now - used),
                traceId,
                unasked.get());
    }
}
