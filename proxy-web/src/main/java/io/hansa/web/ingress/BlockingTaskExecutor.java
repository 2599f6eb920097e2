package io.hansa.web.ingress;

import io.hansa.proxy.configuration.Limits;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Threads that wait for what takes long, such as a slow business server, so that the few workers of
 * the container never have to. There are as many as are needed and at most twice the node's
 * capacity, which bounds the requests in hand; one that has nothing to do for ten seconds ends.
 */
@ApplicationScoped
public class BlockingTaskExecutor implements Executor {
    private static final Logger LOG = Logger.getLogger(BlockingTaskExecutor.class.getName());
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

    /** What is in hand is finished, within reason. */
    @PreDestroy
    void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "The node stops, although {0} requests still wait for business servers.",
                        threads.getActiveCount());
            }
        } catch (InterruptedException atOnce) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @throws RejectedExecutionException where all are busy, or the node stops
     */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }
}
