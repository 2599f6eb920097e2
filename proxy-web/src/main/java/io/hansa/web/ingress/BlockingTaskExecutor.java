package io.hansa.web.ingress;

import io.hansa.proxy.configuration.Limits;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that wait for what takes long, such as a slow business server, so that the container's
 * few workers do not. Their number follows the demand, up to twice the node's capacity, which
 * bounds the requests in flight. An idle thread ends after ten seconds.
 */
@ApplicationScoped
public class BlockingTaskExecutor implements Executor {
    private static final Logger LOG = System.getLogger(BlockingTaskExecutor.class.getName());
    private static final long IDLE_SECONDS = 10;
    private static final long FINISH_SECONDS = 30;

    @Resource private ManagedThreadFactory factory;
    @Inject private Limits limits;
    private ThreadPoolExecutor threads;

    @PostConstruct
    void start() {
        threads =
                new ThreadPoolExecutor(
                        0,
                        Math.max(2, 2 * limits.nodeCapacity()),
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        factory);
    }

    /** Waits 30 seconds for the requests in flight. */
    @PreDestroy
    void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "HANSA-5202 The node stops while {0} requests wait for business servers.",
                        threads.getActiveCount());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @throws RejectedExecutionException where all threads are busy, or the node stops
     */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }
}
