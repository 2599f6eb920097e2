package io.hansa.proxy.routing;

import io.hansa.proxy.failure.Failure;

/** A business server of this proxy, or a peer, as somewhere a request can go. Safe for many threads. */
public interface Destination {
    /** For people: {@code server trade-1}, {@code peer shop-b}. */
    String name();

    /** The id of the proxy that this leads to: this one for a business server, the peer's for a peer. */
    String proxy();

    /** Whether it takes new work now: enabled, reachable as far as is known, and under its threshold. */
    boolean takesWork();

    /** What is under way there and how long that takes. */
    Workload workload();

    /** This destination's share relative to others, at least 1. */
    int weight();

    /**
     * Sends the errand and waits for the answer, at most until its deadline.
     *
     * @throws Failure with the exact effect; {@code NONE} means that another may be tried
     */
    Answer send(Errand errand);
}
