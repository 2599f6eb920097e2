package io.hansa.proxy.monitoring;

import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.configuration.ExtranetStores;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.health.HealthJournal;
import io.hansa.proxy.health.ServerStates;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.probe.Probing;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.RegistryCondition;
import io.hansa.proxy.series.Series;
import io.hansa.proxy.series.SeriesOfNodes;
import io.hansa.proxy.token.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;

/** Puts this package together. */
@ApplicationScoped
class Monitoring {
    @Inject private Quotas quotas;
    @Inject private AuditQueue audit;
    @Inject private SigningKeys keys;
    @Inject private Registries registries;
    @Inject private RegistryCondition condition;
    @Inject private DatabaseClock databaseClock;
    @Inject private Clock clock;
    @Inject private Probing probing;
    @Inject private HealthJournal journal;
    @Inject private ServerStates states;
    @Inject private Peers peers;
    @Inject private ExtranetStores extranet;

    @Produces
    @Singleton
    RequestMetrics metrics(
            NodeAdmission node,
            ProxyLoad load,
            BodyMemoryBudget data,
            Breakers breakers,
            ServerDestinations servers,
            PasswordHasher hasher) {
        RequestMetrics metrics = new RequestMetrics(node, load, data, breakers, servers);
        metrics.watch(hasher);
        metrics.watch(quotas);
        metrics.watch(audit);
        metrics.watch(keys, clock);
        metrics.watch(new OperatingMetrics(registries, clock));
        metrics.watch(new LeagueMetrics(peers, extranet, clock));
        metrics.watch(new RegistryMetrics(registries, condition, databaseClock));
        metrics.watch(new HealthMetrics(probing, journal), states);
        return metrics;
    }

    @Produces
    @Singleton
    Series series(ProxyIdentity proxy) {
        return new Series(proxy.id());
    }

    @Produces
    @Singleton
    SeriesOfNodes series(ProxyIdentity proxy, Series here) {
        return new SeriesOfNodes(proxy.node(), here);
    }

    @Produces
    @Singleton
    SignInRefusals refusals(RequestMetrics metrics, RequestLog log) {
        return new SignInRefusals(metrics, log);
    }

    /**
     * Standard output itself: the server's own {@code System.out} would wrap each line into one of
     * its own.
     */
    @Produces
    @Singleton
    RequestLog log(Series series) {
        return new RequestLog(new FileOutputStream(FileDescriptor.out), series::add);
    }
}
