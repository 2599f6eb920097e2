package io.hansa.proxy.offering;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.load.LoadFigures;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Rule;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.routing.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Capability information, made from memory at each question. */
@ApplicationScoped
public class Offering {
    private final ProxyIdentity proxy;
    private final Registries registries;
    private final ServerDestinations servers;
    private final Peers peers;
    private final ProxyLoad load;
    private final Clock clock;

    /** For the container's proxy only. */
    Offering() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Offering(
            ProxyIdentity proxy,
            Registries registries,
            ServerDestinations servers,
            Peers peers,
            ProxyLoad load,
            Clock clock) {
        this.proxy = proxy;
        this.registries = registries;
        this.servers = servers;
        this.peers = peers;
        this.load = load;
        this.clock = clock;
    }

    /** A capability of both this proxy's servers and a peer's is told once, as local. */
    public ProxyStatus status() {
        Registry registry = registries.current();
        List<OfferedCapability> offered = new ArrayList<>();
        for (String local : new TreeSet<>(registry.serversByCapability().keySet())) {
            boolean available =
                    servers.having(local, null).all().stream().anyMatch(Destination::takesWork);
            String priority = registry.capability(local).priority().name();
            offered.add(new OfferedCapability(local, priority, OfferedCapability.LOCAL, available));
        }
        for (OfferedCapability ofPeer : peers.offered()) {
            if (!registry.serversByCapability().containsKey(ofPeer.name())) {
                offered.add(ofPeer);
            }
        }
        return status(offered, proxy.iiop());
    }

    /**
     * What a peer of another organization is told: the capabilities that it may use now. It sees
     * neither from which peers this proxy has them, nor its addresses inside its own network.
     *
     * @param peer null: a caller of whom nothing is known
     */
    public ProxyStatus exportedTo(String peer) {
        Subject asking = Subject.peer(Objects.toString(peer, ""));
        List<Permission> held = heldNow(asking);
        return status(
                status().capabilities().stream()
                        .filter(offered -> mayUse(held, asking, offered.name()))
                        .map(this::withoutOrigin)
                        .toList(),
                null);
    }

    /** Of the peer and its accounts, about calls. */
    private List<Permission> heldNow(Subject peer) {
        Instant now = clock.instant();
        return registries.current().permissions().ofPeer(peer.name()).stream()
                .filter(held -> held.rule().action() == Rule.Action.CALL && held.validAt(now))
                .toList();
    }

    /** Whether it, or one of its accounts, may use the capability at any server. */
    private static boolean mayUse(List<Permission> held, Subject peer, String capability) {
        boolean allowed = false;
        for (Permission one : held) {
            if (one.rule().capability().matches(capability)) {
                boolean allows = one.rule().allows();
                if (!allows && one.server() == null && one.subject().equals(peer)) {
                    return false;
                }
                allowed |= allows;
            }
        }
        return allowed;
    }

    private OfferedCapability withoutOrigin(OfferedCapability offered) {
        return offered.via().equals(OfferedCapability.LOCAL)
                ? offered
                : new OfferedCapability(
                        offered.name(), offered.priority(), proxy.id(), offered.available());
    }

    /** By this proxy's own entries, as it decides itself whether to send a request again. */
    private Map<String, String> replays(List<OfferedCapability> offered) {
        Registry registry = registries.current();
        Map<String, String> replays = new TreeMap<>();
        for (OfferedCapability one : offered) {
            Capability.Replay replay = registry.capability(one.name()).replay();
            if (replay != Capability.Replay.ONCE) {
                replays.put(one.name(), replay.name());
            }
        }
        return replays;
    }

    private ProxyStatus status(List<OfferedCapability> offered, String iiop) {
        LoadFigures figures = load.now();
        return ProxyStatus.of(proxy.id())
                .region(proxy.region())
                .organization(proxy.organization())
                .load(figures.load(), figures.threshold())
                .accepting(figures.accepting())
                .capabilities(offered)
                .replays(replays(offered))
                .iiop(iiop)
                .build()
                .withLoadAge(figures.ageMillis());
    }
}
