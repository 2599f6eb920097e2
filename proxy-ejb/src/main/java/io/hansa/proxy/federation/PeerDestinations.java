package io.hansa.proxy.federation;

import io.hansa.connector.ServerTarget;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.breaker.GuardedDestination;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Peers as destinations, each behind its breaker; workload and breaker outlive a view. Safe for many threads. */
final class PeerDestinations {
    private static final int CONCURRENT = 256;
    private static final int CONNECT_MILLIS = 1000;

    private final PeerLines lines;
    private final PeerTokens tokens;
    private final Exchanges exchanges;
    private final Breakers breakers;
    private final int mostReplyBytes;
    private final ConcurrentHashMap<Peer, ServerTarget> targets = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Workload> workloads = new ConcurrentHashMap<>();

    PeerDestinations(
            PeerLines lines,
            PeerTokens tokens,
            Exchanges exchanges,
            Breakers breakers,
            int mostReplyBytes) {
        this.lines = lines;
        this.tokens = tokens;
        this.exchanges = exchanges;
        this.breakers = breakers;
        this.mostReplyBytes = mostReplyBytes;
    }

    Destination of(PeerView view, String capability) {
        String id = view.peer().id();
        return new GuardedDestination(
                new PeerDestination(
                        view,
                        capability,
                        targets.computeIfAbsent(view.peer(), this::target),
                        workloads.computeIfAbsent(id, peer -> new Workload()),
                        tokens,
                        exchanges),
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
        targets.keySet()
                .removeIf(peer -> views.stream().noneMatch(v -> v.peer().id().equals(peer.id())));
        workloads.keySet().retainAll(views.stream().map(v -> v.peer().id()).toList());
        breakers.arrange(BreakerSetting.peer(""), byCapability);
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private ServerTarget target(Peer peer) {
        return new ServerTarget(
                "peer:" + peer.id(),
                peer.url(),
                null,
                null,
                CONCURRENT,
                CONNECT_MILLIS,
                mostReplyBytes,
                lines.context(peer));
    }
}
