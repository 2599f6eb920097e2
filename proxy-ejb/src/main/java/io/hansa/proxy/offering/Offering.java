package io.hansa.proxy.offering;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.load.LoadFigures;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.routing.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Capability information, made from memory at each question. */
@ApplicationScoped
public class Offering {
    private final ProxyIdentity proxy;
    private final Registries registries;
    private final ServerDestinations servers;
    private final Peers peers;
    private final ProxyLoad load;

    /** For the container's proxy only. */
    Offering() {
        this(null, null, null, null, null);
    }

    @Inject
    Offering(
            ProxyIdentity proxy,
            Registries registries,
            ServerDestinations servers,
            Peers peers,
            ProxyLoad load) {
        this.proxy = proxy;
        this.registries = registries;
        this.servers = servers;
        this.peers = peers;
        this.load = load;
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
        LoadFigures figures = load.now();
        return new ProxyStatus(
                        proxy.id(),
                        proxy.region(),
                        proxy.organization(),
                        figures.load(),
                        figures.threshold(),
                        figures.accepting(),
                        offered,
                        proxy.iiop())
                .withLoadAge(figures.ageMillis());
    }
}
