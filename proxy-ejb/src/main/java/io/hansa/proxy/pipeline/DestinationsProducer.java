package io.hansa.proxy.pipeline;

import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.BreakerLimits;
import io.hansa.proxy.configuration.PressureLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.federation.PeersInForce;
import io.hansa.proxy.registration.ConnectorExchanges;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.registration.FormerServers;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.Warming;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executor;

/** Makes what knows the targets of requests: servers, peers, breakers and route. */
@ApplicationScoped
class DestinationsProducer {
    @Resource private ManagedThreadFactory threads;

    @Produces
    @Singleton
    ConnectorExchanges exchanges() {
        return new ConnectorExchanges(new ConnectorLookup());
    }

    @Produces
    @Singleton
    Breakers breakers(BreakerLimits limits, Clock clock, Registries registries) {
        Breakers breakers = new Breakers(limits, clock);
        registries.onReplaced(registry -> breakers.set(registry.breakers()));
        breakers.set(registries.current().breakers());
        return breakers;
    }

    @Produces
    @Singleton
    ServerDestinations servers(
            ProxyIdentity proxy, Exchanges exchanges, Breakers breakers, Registries registries) {
        ServerDestinations servers = new ServerDestinations(proxy.id(), exchanges, breakers);
        // WildFly's executor refuses tasks while the server is suspended, and the deployment fails.
        Executor background = task -> threads.newThread(task).start();
        Warming warming = new Warming(exchanges, background);
        FormerServers former = new FormerServers(exchanges, background);
        registries.onReplaced(
                registry -> {
                    servers.replace(
                            registry.serversByCapability(),
                            registry::priority,
                            registry.overrides());
                    former.replace(registry.serversByCapability().values());
                    warming.start(registry.serversByCapability().values());
                });
        Registry current = registries.current();
        servers.replace(current.serversByCapability(), current::priority, current.overrides());
        former.replace(current.serversByCapability().values());
        if (current != Registry.EMPTY) {
            warming.start(current.serversByCapability().values());
        }
        return servers;
    }

    @Produces
    @Singleton
    PeersInForce peers(Registries registries) {
        return () -> registries.current().peers();
    }

    @Produces
    @Singleton
    Route route(
            ProxyIdentity proxy,
            ServerDestinations servers,
            Peers peers,
            PressureLimits pressure,
            Clock clock) {
        return new Route(proxy.id(), servers, peers, pressure, clock);
    }

    @Produces
    @Singleton
    RoutePreview preview(Permit permit, Route route) {
        return new RoutePreview(permit, route);
    }
}
