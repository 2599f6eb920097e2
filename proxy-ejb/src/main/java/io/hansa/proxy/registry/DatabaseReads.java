package io.hansa.proxy.registry;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * What administrators read from the database. A read ends when the database has not answered the
 * node for five seconds, where a driver waits for half a minute; the worker that waits for it is
 * free then. At most {@value #THREADS} reads are under way, so that they leave connections and
 * workers to others. Safe for many threads.
 */
@ApplicationScoped
public class DatabaseReads {
    /** Half of the fewest workers that a node has. */
    private static final int THREADS = 4;

    private static final int MAX_WAITING = 64;

    /** Where none of the reads under way ends for so long, another one does not wait. */
    private static final Duration STALLED = Duration.ofMillis(500);

    /** A whole audit record takes minutes; a database that is silent ends it before. */
    private static final long PATIENCE_MILLIS = Duration.ofMinutes(10).toMillis();

    @Resource private ManagedThreadFactory factory;
    @Inject private RegistryCondition condition;
    private ExecutorService threads;
    private BoundedCalls calls;

    @PostConstruct
    void start() {
        threads = BoundedCalls.threads(THREADS, MAX_WAITING, factory);
        calls =
                new BoundedCalls(
                        threads,
                        new BoundedCalls.Bounds(THREADS, STALLED, condition::away),
                        System::nanoTime,
                        "The registry's database does not answer in time; try again later.");
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * @throws io.hansa.proxy.failure.Failure REGISTRY_UNAVAILABLE
     */
    public <T> T read(Supplier<T> work) {
        return calls.call(PATIENCE_MILLIS, work, () -> {});
    }
}
