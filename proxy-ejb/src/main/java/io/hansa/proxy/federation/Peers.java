package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Workload;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The league as this proxy sees it. Reading costs no lock and no call; safe for many threads. */
public final class Peers {
    private final PeerWatch watch;
    private final PeerKeys keys;
    private final PeerCall rest;
    private final PeerCall iiop;
    private final ConcurrentHashMap<String, Workload> workloads = new ConcurrentHashMap<>();

    /**
     * @param known the peers of the registry in force
     * @param executor runs what waits for a peer's answer
     * @param rest carries to peers of transport REST
     * @param iiop carries to peers of transport EJB
     */
    Peers(
            PeersInForce known,
            PeerReader reader,
            PeerLines lines,
            Executor executor,
            PeerCall rest,
            PeerCall iiop) {
        this.watch = new PeerWatch(known, reader, lines, executor);
        this.keys = new PeerKeys(known, lines);
        this.rest = rest;
        this.iiop = iiop;
    }

    /** Asks every peer anew what it offers; returns at once. */
    public void refresh() {
        watch.ask();
        rest.keep(watch.views().values());
        iiop.keep(watch.views().values());
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
                workloads.computeIfAbsent(view.peer().id(), id -> new Workload()),
                view.peer().transport() == Peer.Transport.EJB ? iiop : rest);
    }
}
