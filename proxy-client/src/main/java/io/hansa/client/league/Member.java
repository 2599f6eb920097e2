package io.hansa.client.league;

import io.hansa.client.document.CapabilityInformation;
import io.hansa.client.document.CapabilityInformation.Offered;
import io.hansa.client.transport.Transport;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One proxy as the client knows it. For many threads. */
public final class Member {
    private static final String ALL = "";
    private static final int MAX_PAUSES = 1_000;
    private static final double OVERDUE_FACTOR = 4;
    private static final double MIN_OVERDUE = 300e6;
    private static final double MAX_OVERDUE = 2e9;

    private final URI address;
    private final Transport transport;

    /** Joined after the client had a list, and so begins with a small share. */
    private final boolean late;

    private final Latency latency = new Latency();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<String, Long> pauses = new ConcurrentHashMap<>();
    final AtomicReference<Health> health;
    final AtomicBoolean asking = new AtomicBoolean();
    private volatile Known known;

    /** The next time for its capability information, in nanoseconds. */
    volatile long askAt;

    /** The last time that it was asked for it. */
    volatile long askedAt;

    /** The last time that it did not answer. */
    private volatile long silentAt;

    /**
     * What it told last.
     *
     * @param at when, in nanoseconds
     */
    record Known(CapabilityInformation information, String tag, long at) {}

    Member(URI address, Transport transport, boolean late, long now) {
        this.address = address;
        this.transport = transport;
        this.late = late;
        this.health = new AtomicReference<>(Health.unknown(now));
        this.askAt = now;
        this.silentAt = now - 1;
    }

    public URI address() {
        return address;
    }

    public Transport transport() {
        return transport;
    }

    boolean late() {
        return late;
    }

    /** Null where it never told anything. */
    Known known() {
        return known;
    }

    void told(Known now) {
        known = now;
    }

    /** Nodes of one proxy have the same name, and accept each other's tokens. */
    public String name() {
        Known last = known;
        return last == null ? address.toString() : last.information().proxy();
    }

    /** What it told of the capability; null where it does not offer it. */
    Offered offered(String capability) {
        Known last = known;
        return last == null ? null : last.information().offered(capability);
    }

    /** Whether requests for the capability may be sent twice. */
    public boolean repeatable(String capability) {
        Offered offered = offered(capability);
        return offered != null && offered.repeatable();
    }

    /** The proxy asked for a pause. */
    void pause(String capability, long until) {
        if (pauses.size() >= MAX_PAUSES) {
            pauses.clear();
        }
        pauses.merge(capability == null ? ALL : capability, until, Math::max);
    }

    /** The end of its pause, for the capability or for all; {@code now} where there is none. */
    long pausedUntil(String capability, long now) {
        if (pauses.isEmpty()) {
            return now;
        }
        long end = later(now, pauses.get(ALL));
        return later(end, pauses.get(capability));
    }

    private static long later(long end, Long other) {
        return other != null && other - end > 0 ? other : end;
    }

    public void begun() {
        inFlight.incrementAndGet();
    }

    public void ended() {
        inFlight.decrementAndGet();
    }

    public void took(long nanos, long now) {
        latency.add(nanos, now);
    }

    int inFlight() {
        return inFlight.get();
    }

    double latency(long now) {
        return latency.nanos(now);
    }

    /** After this time of an attempt the proxy is asked whether it lives. */
    public long overdue(long now) {
        double usual = OVERDUE_FACTOR * latency.nanos(now);
        return (long) Math.min(MAX_OVERDUE, Math.max(MIN_OVERDUE, usual));
    }

    void silent(long now) {
        silentAt = now;
    }

    /** Whether it was found silent after that moment. */
    public boolean silentSince(long moment) {
        return silentAt - moment > 0;
    }
}
