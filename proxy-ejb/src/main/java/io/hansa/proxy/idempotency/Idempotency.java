package io.hansa.proxy.idempotency;

import io.hansa.proxy.configuration.IdempotencyLimits;
import io.hansa.proxy.failure.FailedChanges;
import io.hansa.proxy.registry.BoundedCalls;
import io.hansa.proxy.registry.RegistryDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** Puts this package together. */
@ApplicationScoped
class Idempotency {
    /** Fewer than connections in the pool (16), so that administration and registry get some. */
    private static final int THREADS = 12;

    private static final Duration STALLED = Duration.ofMillis(500);
    private static final int MAX_WAITING = 1024;

    @Resource private ManagedThreadFactory factory;
    private ExecutorService threads;

    @PostConstruct
    void start() {
        threads = BoundedCalls.threads(THREADS, MAX_WAITING, factory);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    @Produces
    @Singleton
    KeptReplies replies(FailedChanges failures, IdempotencyLimits limits, Clock clock) {
        return new StoredReplies(RegistryDataSource::find, failures, limits, clock);
    }

    @Produces
    @Singleton
    IdempotencyService repeats(KeptReplies replies, Clock clock) {
        return new IdempotencyService(
                replies,
                clock,
                new BoundedCalls(
                        threads,
                        new BoundedCalls.Bounds(THREADS, STALLED, () -> false),
                        System::nanoTime,
                        "The database that keeps replies to idempotency keys does not answer in"
                                + " time; try again later."));
    }
}
