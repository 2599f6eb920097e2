package io.hansa.proxy.federation;

import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.OutboundRequest;
import java.util.Collection;

/** How a request travels to a peer, and the answer back. Safe for many threads. */
interface PeerCall {
    long MOST_MARGIN_MILLIS = 50;

    /**
     * @param cancellation ends the wait for the answer
     * @throws io.hansa.proxy.failure.Failure the peer's own, or that of the link, with the exact
     *     effect
     */
    Answer carry(PeerView view, OutboundRequest outbound, Cancellation cancellation);

    /**
     * A little less than there is, so that the peer's own answer, with its reason, comes before the
     * wait here ends.
     */
    static long timeoutMillis(OutboundRequest outbound) {
        long remaining = outbound.remainingMillis();
        return Math.max(1, remaining - Math.min(MOST_MARGIN_MILLIS, remaining / 20));
    }

    /** Forgets what belongs to none of these. */
    void keep(Collection<PeerView> views);
}
