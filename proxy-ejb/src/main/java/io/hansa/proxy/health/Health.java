package io.hansa.proxy.health;

import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.registration.ConnectorExchanges;
import io.hansa.proxy.registration.ServerConnections;
import io.hansa.proxy.registration.ServerTrials;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.workbench.LatestProbes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts together what is known of the servers' health; one of each for the node. */
@ApplicationScoped
class Health {
    @Produces
    @Singleton
    ServerTrials trials(ProxyIdentity proxy, ConnectorExchanges connector) {
        return new ServerTrials(proxy, connector);
    }

    @Produces
    @Singleton
    LatestProbes probes(Registries registries) {
        return new LatestProbes(registries);
    }

    @Produces
    @Singleton
    ServerStates states(
            Registries registries,
            Breakers breakers,
            ServerConnections connections,
            LatestProbes probes,
            Clock clock) {
        return new ServerStates(registries, breakers, connections, probes, clock);
    }
}
