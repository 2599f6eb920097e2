package io.hansa.proxy.registry;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.federation.KnownPeers;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.RegisteredServers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Where requests can go, as it stands in the database: business servers, peers, and how their breakers are set. */
@Dependent
class KnownTargets {
    private final RegisteredServers servers;
    private final KnownPeers peers;
    private final BreakerSettings breakers;

    @Inject
    KnownTargets(RegisteredServers servers, KnownPeers peers, BreakerSettings breakers) {
        this.servers = servers;
        this.peers = peers;
        this.breakers = breakers;
    }

    List<BusinessServer> servers() {
        return servers.all();
    }

    List<Peer> peers() {
        return peers.all();
    }

    List<BreakerSetting> breakers() {
        return breakers.all();
    }
}
