package io.hansa.web.service;

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

/**
 * Threads that wait for what takes long, such as a slow business server, so that the few workers of the container never have to.
 * There are as many as are needed and at most twice the node's capacity, which bounds the requests in hand; one that has nothing to
 * do for ten seconds ends.
 */
@ApplicationScoped
public class PatientThreads implements Executor {
    private static final long IDLE_SECONDS = 10;

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

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /** @throws RejectedExecutionException where all are busy, or the node stops */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }
}
