package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.proxy.routing.Destination;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The league as this proxy sees it. Reading costs no lock and no call; safe for many threads. */
public final class Peers {
    private final PeerWatch watch;
    private final PeerKeys keys;
    private final PeerDestinations destinations;
    private final String organization;

    /**
     * @param organization of this proxy
     */
    Peers(PeerWatch watch, PeerKeys keys, PeerDestinations destinations, String organization) {
        this.organization = organization;
        this.watch = watch;
        this.keys = keys;
        this.destinations = destinations;
    }

    /** Asks every peer again what it offers; returns at once. */
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

    /** The enabled peers that do not answer, by id, each with why. */
    public SortedMap<String, String> silent() {
        SortedMap<String, String> silent = new TreeMap<>();
        watch.views()
                .forEach(
                        (id, view) -> {
                            if (view.silence() != null) {
                                silent.put(id, view.silence());
                            }
                        });
        return silent;
    }

    /**
     * The peers that have the capability and may be asked for it, reachable or not: first those of
     * our own organization, then foreign ones on the intranet, then those on the extranet. Without
     * empty lists.
     */
    public List<List<Destination>> having(String capability) {
        List<List<Destination>> having =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (PeerView view : watch.views().values()) {
            if (view.offers(capability)) {
                having.get(rank(view.peer())).add(destinations.of(view, capability));
            }
        }
        return having.stream().filter(some -> !some.isEmpty()).toList();
    }

    private int rank(Peer peer) {
        if (peer.link() == Peer.Link.EXTRANET) {
            return 2;
        }
        return peer.foreign(organization) ? 1 : 0;
    }

    /** What peers offer, as this proxy passes it on in its own capability information. */
    public List<OfferedCapability> offered() {
        List<OfferedCapability> offered = new ArrayList<>();
        for (PeerView view : watch.views().values()) {
            for (OfferedCapability used : view.announced().used().values()) {
                offered.add(
                        new OfferedCapability(
                                used.name(),
                                used.priority(),
                                view.peer().id(),
                                view.takesWork(used.name())));
            }
        }
        return offered;
    }

    /** What the peer announces, as JSON; empty where nothing was heard of it. */
    public Optional<JsonObject> announced(String peer) {
        return Optional.ofNullable(watch.views().get(peer)).map(AnnouncedJson::print);
    }
}
