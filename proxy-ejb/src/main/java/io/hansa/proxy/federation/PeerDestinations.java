package io.hansa.proxy.federation;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.breaker.GuardedDestination;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Peers as destinations, each behind its breaker; workload and breaker outlive a view. Safe for
 * many threads.
 */
final class PeerDestinations {
    private final PeerCall rest;
    private final PeerCall iiop;
    private final Breakers breakers;
    private final ConcurrentHashMap<String, Workload> workloads = new ConcurrentHashMap<>();

    /**
     * @param rest carries to peers of transport REST
     * @param iiop carries to peers of transport EJB
     */
    PeerDestinations(PeerCall rest, PeerCall iiop, Breakers breakers) {
        this.rest = rest;
        this.iiop = iiop;
        this.breakers = breakers;
    }

    Destination of(PeerView view, String capability) {
        String id = view.peer().id();
        return new GuardedDestination(
                new PeerDestination(
                        view,
                        capability,
                        workloads.computeIfAbsent(id, peer -> new Workload()),
                        view.peer().transport() == Peer.Transport.EJB ? iiop : rest),
                breakers.of(BreakerSetting.peer(id)),
                breakers.limits().slowAfterPercent());
    }

    /** Forgets all others, and tells the breakers which peers stand in for one another. */
    void keepOnly(Collection<PeerView> views) {
        Map<String, List<String>> byCapability = new HashMap<>();
        for (PeerView view : views) {
            String target = BreakerSetting.peer(view.peer().id());
            // Under a name that no capability has: a peer that offers nothing has a breaker, too.
            byCapability.put(target, List.of(target));
            for (String capability : view.offered()) {
                byCapability.merge(capability, List.of(target), PeerDestinations::both);
            }
        }
        rest.keep(views);
        iiop.keep(views);
        workloads.keySet().retainAll(views.stream().map(v -> v.peer().id()).toList());
        breakers.arrange(BreakerSetting.peer(""), byCapability);
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
