package io.hansa.proxy.registry;

import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.KnownPeers;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.StoredOverrides;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.RegisteredServers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Where requests can go, as it stands in the database: business servers, peers, how their breakers
 * are set, and the overrides of operators.
 */
@Dependent
class KnownTargets {
    private static final System.Logger LOG = System.getLogger(KnownTargets.class.getName());

    private final ProxyIdentity own;
    private final RegisteredServers servers;
    private final KnownPeers peers;
    private final BreakerSettings breakers;
    private final StoredOverrides overrides;

    @Inject
    KnownTargets(
            ProxyIdentity own,
            RegisteredServers servers,
            KnownPeers peers,
            BreakerSettings breakers,
            StoredOverrides overrides) {
        this.own = own;
        this.servers = servers;
        this.peers = peers;
        this.breakers = breakers;
        this.overrides = overrides;
    }

    List<BusinessServer> servers() {
        return servers.all();
    }

    /** Without one that has this proxy's own id: its entry may be older than that id. */
    List<Peer> peers() {
        List<Peer> all = peers.all();
        if (all.stream().noneMatch(this::isThisProxy)) {
            return all;
        }
        LOG.log(
                WARNING,
                "HANSA-3310 The peer {0} is ignored, because it has this proxy''s own id: remove it, or set another hansa.proxy.id.",
                own.id());
        return all.stream().filter(peer -> !isThisProxy(peer)).toList();
    }

    private boolean isThisProxy(Peer peer) {
        return peer.id().equals(own.id());
    }

    List<BreakerSetting> breakers() {
        return breakers.all();
    }

    List<OperatingOverride> overrides() {
        return overrides.all();
    }
}
