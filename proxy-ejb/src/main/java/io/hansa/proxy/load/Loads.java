package io.hansa.proxy.load;

import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.FailedChanges;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.registry.RegistryDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts this package together. */
@ApplicationScoped
class Loads {
    @Produces
    @Singleton
    ProxyLoad load(ProxyIdentity proxy, NodeAdmission node) {
        return new ProxyLoad(proxy.node(), node, System::nanoTime);
    }

    @Produces
    @Singleton
    LoadReport report(ProxyLoad loads, NodeSummaries summaries, FailedChanges failures) {
        NodeTables tables = new NodeTables(RegistryDataSource::find);
        return new LoadReport(
                loads,
                new StoredLoads(tables),
                new SummaryReport(summaries, new StoredSummaries(tables), failures));
    }
}
