package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.proxy.routing.Destination;
import java.util.ArrayList;
import java.util.List;

/** The league as this proxy sees it. Reading costs no lock and no call; safe for many threads. */
public final class Peers {
    private final PeerWatch watch;
    private final PeerKeys keys;
    private final PeerDestinations destinations;

    Peers(PeerWatch watch, PeerKeys keys, PeerDestinations destinations) {
        this.watch = watch;
        this.keys = keys;
        this.destinations = destinations;
    }

    /** Asks every peer anew what it offers; returns at once. */
    public void refresh() {
        watch.ask();
        keys.refresh();
        destinations.keepOnly(watch.views().values());
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
