package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is known of a peer, with its age. Stale means unknown, not idle: such a peer gets no new work, be it that it was not
 * heard of lately, or that it tells a load which it measured long ago.
 *
 * @param status the last that it told; null where it never told anything
 * @param own what its own servers have, of that, by name
 * @param toldAt {@link System#nanoTime()} of that
 * @param silence why it does not answer now; null while it does
 */
record PeerView(
        Peer peer,
        ProxyStatus status,
        Map<String, OfferedCapability> own,
        long toldAt,
        String silence) {
    private static final long STALE_MILLIS = 5_000;
    private static final long STALE_NANOS = TimeUnit.MILLISECONDS.toNanos(STALE_MILLIS);

    PeerView(Peer peer, ProxyStatus status, long toldAt, String silence) {
        this(peer, status, own(status), toldAt, silence);
    }

    static PeerView unheard(Peer peer) {
        return new PeerView(peer, null, System.nanoTime(), "nothing was heard of it yet");
    }

    PeerView told(ProxyStatus now) {
        return new PeerView(peer, now, System.nanoTime(), null);
    }

    PeerView silent(String why) {
        return new PeerView(peer, status, own, toldAt, why);
    }

    boolean reachable() {
        return silence == null && System.nanoTime() - toldAt < STALE_NANOS;
    }

    /** Whether its load, by the age that it told and the time since, is of a few questions ago at most. */
    private boolean loadKnown() {
        long sinceTold = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldAt);
        return status.loadAgeMillis() < STALE_MILLIS - sinceTold;
    }

    /** By servers of its own, taking work now or not: what it has from others it does not pass on. */
    boolean offers(String capability) {
        return own.containsKey(capability);
    }

    boolean takesWork(String capability) {
        OfferedCapability offered = own.get(capability);
        return offered != null
                && offered.available()
                && reachable()
                && loadKnown()
                && status.accepting()
                && status.load() < status.threshold();
    }

    /** The capabilities of its own servers. */
    Collection<String> offered() {
        return own.keySet();
    }

    /** Found by name, as every request may ask, and peers may have thousands. */
    private static Map<String, OfferedCapability> own(ProxyStatus status) {
        Map<String, OfferedCapability> own = new LinkedHashMap<>();
        if (status != null) {
            for (OfferedCapability offered : status.capabilities()) {
                if (offered.via().equals(OfferedCapability.LOCAL)) {
                    own.putIfAbsent(offered.name(), offered);
                }
            }
        }
        return Collections.unmodifiableMap(own);
    }
}
