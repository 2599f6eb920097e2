package io.hansa.proxy.health;

import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.ProbeLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.probe.LatestProbes;
import io.hansa.proxy.probe.ProbeRun;
import io.hansa.proxy.probe.Probing;
import io.hansa.proxy.registration.ConnectorExchanges;
import io.hansa.proxy.registration.ServerConnections;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.ServerTrials;
import io.hansa.proxy.registry.Registries;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts together what is known of the servers' health; one of each for the node. */
@ApplicationScoped
class Health {
    @Resource private ManagedThreadFactory threads;
    @Inject private ProxyIdentity proxy;
    @Inject private Registries registries;
    @Inject private Breakers breakers;
    private ExecutorService executor;

    /** A thread for each probe in flight, whose number {@link Probing} bounds. */
    @PostConstruct
    void start() {
        executor = Executors.newCachedThreadPool(threads);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    @Produces
    @Singleton
    ServerTrials trials(ConnectorExchanges connector) {
        return new ServerTrials(proxy, connector);
    }

    @Produces
    @Singleton
    LatestProbes probes() {
        return new LatestProbes(registries);
    }

    /**
     * @param servers which makes the breakers, so it learns of a new registry first
     */
    @Produces
    @Singleton
    Probing probing(
            LatestProbes latest,
            ProbeLimits limits,
            ConnectorExchanges connector,
            ServerDestinations servers) {
        ServerTrials own = new ServerTrials(proxy, connector, limits.maxAtOnce());
        Probing probing =
                new Probing(
                        breakers,
                        latest,
                        (server, deadlineNanos) -> new ProbeRun(server, own).now(deadlineNanos),
                        executor,
                        limits.maxAtOnce(),
                        System::nanoTime);
        registries.onReplaced(registry -> probing.replace(registry.servers()));
        probing.replace(registries.current().servers());
        return probing;
    }

    @Produces
    @Singleton
    HealthJournal journal(AuditQueue audit, Clock clock) {
        return new HealthJournal(record -> audit.add(record, "", ""), clock);
    }

    @Produces
    @Singleton
    ServerStates states(
            ServerConnections connections,
            LatestProbes probes,
            HealthJournal journal,
            Clock clock) {
        ServerStates states =
                new ServerStates(registries, breakers, connections, probes, journal, clock);
        breakers.onMoved(states::moved);
        return states;
    }
}
