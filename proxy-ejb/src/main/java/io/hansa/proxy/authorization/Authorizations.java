package io.hansa.proxy.authorization;

import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.permission.LastUses;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.permission.StoredUse;
import io.hansa.proxy.permission.UseSettlement;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.RegistryDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts this package, and what it keeps of the use of permissions, together. */
@ApplicationScoped
class Authorizations {
    @Produces
    @Singleton
    Quotas quotas() {
        return new Quotas();
    }

    @Produces
    @Singleton
    LastUses lastUses() {
        return new LastUses();
    }

    @Produces
    @Singleton
    Authorization authorization(ProxyIdentity own, Quotas quotas) {
        return new Authorization(own, quotas);
    }

    @Produces
    @Singleton
    UseSettlement settlement(Quotas quotas, LastUses uses, Registries registries, Clock clock) {
        return new UseSettlement(
                quotas,
                uses,
                new StoredUse(RegistryDataSource::find),
                () -> registries.current().permissions().byId().keySet(),
                clock);
    }
}
