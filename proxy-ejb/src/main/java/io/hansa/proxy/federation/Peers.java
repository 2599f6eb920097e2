package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Workload;
import io.hansa.proxy.token.TokenIssuer;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The league as this proxy sees it. Reading costs no lock and no call; safe for many threads. */
public final class Peers {
    private static final int CONCURRENT = 256;
    private static final int CONNECT_MILLIS = 1000;

    private final PeerLines lines;
    private final PeerWatch watch;
    private final PeerKeys keys;
    private final PeerTokens tokens;
    private final Exchanges exchanges;
    private final int mostReplyBytes;
    private final ConcurrentHashMap<Peer, ServerTarget> targets = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Workload> workloads = new ConcurrentHashMap<>();

    /**
     * @param known the peers of the registry in force
     * @param executor runs what waits for a peer's answer
     */
    Peers(
            PeersInForce known,
            PeerReader reader,
            PeerLines lines,
            Executor executor,
            TokenIssuer issuer,
            Exchanges exchanges,
            int mostReplyBytes) {
        this.lines = lines;
        this.watch = new PeerWatch(known, reader, lines, executor);
        this.keys = new PeerKeys(known, lines);
        this.tokens = new PeerTokens(issuer);
        this.exchanges = exchanges;
        this.mostReplyBytes = mostReplyBytes;
    }

    /** Asks every peer anew what it offers; returns at once. */
    public void refresh() {
        watch.ask();
        targets.keySet().removeIf(peer -> !watch.views().containsKey(peer.id()));
        workloads.keySet().retainAll(watch.views().keySet());
    }

    /** The key that only this peer signs with. */
    public Optional<Key> key(String peer, String keyId) {
        return keys.find(peer, keyId);
    }

    /** Whether a peer has ever said that its own servers have the capability. */
    public boolean offer(String capability) {
        return watch.views().values().stream().anyMatch(view -> view.offers(capability));
    }

    /** Whether one of the peers that have the capability answers now. */
    public boolean reachable(String capability) {
        return watch.views().values().stream()
                .anyMatch(view -> view.offers(capability) && view.reachable());
    }

    /** The peers that have the capability, reachable or not. */
    public List<Destination> having(String capability) {
        List<Destination> destinations = new ArrayList<>();
        for (PeerView view : watch.views().values()) {
            if (view.offers(capability)) {
                destinations.add(destination(view, capability));
            }
        }
        return destinations;
    }

    /** What peers offer, as this proxy passes it on in its own capability information. */
    public List<OfferedCapability> offered() {
        List<OfferedCapability> offered = new ArrayList<>();
        for (PeerView view : watch.views().values()) {
            if (view.status() != null) {
                for (OfferedCapability own : view.status().capabilities()) {
                    if (own.via().equals(OfferedCapability.LOCAL)) {
                        offered.add(
                                new OfferedCapability(
                                        own.name(),
                                        own.priority(),
                                        view.peer().id(),
                                        view.takesWork(own.name())));
                    }
                }
            }
        }
        return offered;
    }

    private Destination destination(PeerView view, String capability) {
        return new PeerDestination(
                view,
                capability,
                targets.computeIfAbsent(view.peer(), this::target),
                workloads.computeIfAbsent(view.peer().id(), id -> new Workload()),
                tokens,
                exchanges);
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
