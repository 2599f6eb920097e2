package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.routing.Condition;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * What is known of a peer, with its age. Stale means unknown, not idle: such a peer gets no new
 * work. Either it did not answer lately, or it tells a load that it measured long ago.
 *
 * @param status the last status that it reported; null where it never reported one
 * @param announced what of that is used, and what is not
 * @param toldAt {@link System#nanoTime()} of that
 * @param silence why it does not answer now; null while it does
 */
record PeerView(Peer peer, ProxyStatus status, Announced announced, long toldAt, String silence) {
    private static final long STALE_MILLIS = 5_000;
    private static final long STALE_NANOS = TimeUnit.MILLISECONDS.toNanos(STALE_MILLIS);

    static PeerView unheard(Peer peer) {
        return new PeerView(
                peer, null, Announced.NOTHING, System.nanoTime(), "nothing was heard of it yet");
    }

    /**
     * @param organization of this proxy
     */
    PeerView told(ProxyStatus now, String organization) {
        return new PeerView(
                peer, now, Announced.of(peer, now, organization), System.nanoTime(), null);
    }

    PeerView silent(String why) {
        return new PeerView(peer, status, announced, toldAt, why);
    }

    /** Its report, read by its current entry. */
    PeerView enteredAs(Peer now, String organization) {
        return new PeerView(now, status, Announced.of(now, status, organization), toldAt, silence);
    }

    boolean reachable() {
        return silence == null && System.nanoTime() - toldAt < STALE_NANOS;
    }

    /**
     * Whether its load, by the age that it told and the time since, is of a few questions ago at
     * most.
     */
    private boolean loadKnown() {
        long sinceTold = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldAt);
        return status.loadAgeMillis() < STALE_MILLIS - sinceTold;
    }

    /** By servers of its own, taking work now or not, and it may be asked of it. */
    boolean offers(String capability) {
        return announced.used().containsKey(capability);
    }

    boolean takesWork(String capability) {
        OfferedCapability offered = announced.used().get(capability);
        return offered != null
                && offered.available()
                && reachable()
                && loadKnown()
                && status.accepting()
                && status.load() < status.threshold();
    }

    /** Why it takes no work of that capability, and its load as it last told it. */
    Condition condition(String capability) {
        if (status == null) {
            return new Condition(Double.NaN, Double.NaN, "it does not answer: " + silence);
        }
        return new Condition(status.load(), status.threshold(), trouble(capability));
    }

    private String trouble(String capability) {
        OfferedCapability offered = announced.used().get(capability);
        if (silence != null) {
            return "it does not answer: " + silence;
        }
        if (!reachable() || !loadKnown()) {
            return "its load has not been heard lately";
        }
        if (!status.accepting()) {
            return "it accepts no new work";
        }
        return offered == null || !offered.available()
                ? "it says that none of its servers takes work of " + capability
                : null;
    }

    /** The capabilities of its own servers that may be asked of it. */
    Collection<String> offered() {
        return announced.used().keySet();
    }
}
