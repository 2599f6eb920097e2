package io.hansa.proxy.federation;

import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.OutboundRequest;
import java.util.Collection;

/** A transport that no request may take. */
final class NoCall implements PeerCall {
    @Override
    public Answer carry(PeerView view, OutboundRequest outbound, Cancellation cancellation) {
        throw new AssertionError("peer " + view.peer().id() + " was called by EJB");
    }

    @Override
    public void keep(Collection<PeerView> views) {}
}
