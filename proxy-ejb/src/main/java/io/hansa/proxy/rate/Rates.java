package io.hansa.proxy.rate;

import io.hansa.proxy.configuration.RateSharing;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.registry.RegistryDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts this package together. */
@ApplicationScoped
class Rates {
    @Produces
    @Singleton
    RateSettlement settlement(RateLimits limits, RateSharing sharing, Clock clock) {
        return new RateSettlement(
                limits, new RateBuckets(RegistryDataSource::find, clock), sharing);
    }
}
