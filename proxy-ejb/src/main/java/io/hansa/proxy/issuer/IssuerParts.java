package io.hansa.proxy.issuer;

import io.hansa.proxy.configuration.ExternalIssuers;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Produces the beans of this package. Without external issuers no thread and no client is made. */
@ApplicationScoped
class IssuerParts {
    @Resource private ManagedThreadFactory threads;
    private ExecutorService executor;

    @Produces
    @Singleton
    IssuerKeys keys(ExternalIssuers issuers) {
        if (issuers.byUrl().isEmpty()) {
            return new IssuerKeys(
                    issuers,
                    issuer -> {
                        throw new IOException("there is no issuer");
                    },
                    Runnable::run);
        }
        executor = Executors.newCachedThreadPool(threads);
        return new IssuerKeys(issuers, new HttpIssuerReader(executor), executor);
    }

    @Produces
    @Singleton
    ExternalTokens tokens(ExternalIssuers issuers, IssuerKeys keys, Clock clock) {
        return new ExternalTokens(issuers, keys, clock);
    }

    @PreDestroy
    void stop() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
