package io.hansa.proxy.federation;

import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Errand;
import java.util.Collection;

/** How a request travels to a peer, and the answer back. Safe for many threads. */
interface PeerCall {
    /** @throws io.hansa.proxy.failure.Failure the peer's own, or that of the link, with the exact effect */
    Answer carry(PeerView view, Errand errand);

    /** Forgets what belongs to none of these. */
    void keep(Collection<PeerView> views);
}
