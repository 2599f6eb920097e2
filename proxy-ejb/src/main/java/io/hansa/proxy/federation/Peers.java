package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.proxy.routing.Destination;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The league as this proxy sees it. Reading costs no lock and no call; safe for many threads. */
public final class Peers {
    private final PeerWatch watch;
    private final PeerKeys keys;
    private final PeerDestinations destinations;

    /**
     * @param known the peers of the registry in force
     * @param executor runs what waits for a peer's answer
     */
    Peers(
            PeersInForce known,
            PeerReader reader,
            PeerLines lines,
            Executor executor,
            PeerDestinations destinations) {
        this.watch = new PeerWatch(known, reader, lines, executor);
        this.keys = new PeerKeys(known, lines);
        this.destinations = destinations;
    }

    /** Asks every peer anew what it offers; returns at once. */
    public void refresh() {
        watch.ask();
        destinations.keepOnly(watch.views().values());
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
        List<Destination> having = new ArrayList<>();
        for (PeerView view : watch.views().values()) {
            if (view.offers(capability)) {
                having.add(destinations.of(view, capability));
            }
        }
        return having;
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
}
