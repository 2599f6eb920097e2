package io.hansa.proxy.idempotency;

import io.hansa.proxy.configuration.IdempotencyLimits;
import io.hansa.proxy.registry.RegistryDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts this package together. */
@ApplicationScoped
class Idempotency {
    @Produces
    @Singleton
    KeptReplies replies(IdempotencyLimits limits, Clock clock) {
        return new StoredReplies(RegistryDataSource::find, limits, clock);
    }

    @Produces
    @Singleton
    IdempotencyService repeats(KeptReplies replies, Clock clock) {
        return new IdempotencyService(replies, clock);
    }
}
