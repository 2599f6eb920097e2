package io.hansa.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The threads of one client: one timer, and those of the connections. All are daemons. */
final class Background {
    private static final Logger LOG = System.getLogger("io.hansa.client");
    private static final long TICK_MILLIS = 100;

    private final ScheduledExecutorService timer;
    private final ExecutorService threads;

    Background() {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> thread(task, number.incrementAndGet()));
        timer = Executors.newSingleThreadScheduledExecutor(task -> thread(task, 0));
    }

    private static Thread thread(Runnable task, int number) {
        Thread thread = new Thread(task, "hansa-client-" + number);
        thread.setDaemon(true);
        return thread;
    }

    ExecutorService threads() {
        return threads;
    }

    void start(Runnable tick) {
        timer.scheduleWithFixedDelay(() -> guarded(tick), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** An exception would end the timer for good. */
    private static void guarded(Runnable tick) {
        try {
            tick.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "HANSA-8001 The client's timer failed; it goes on.", failed);
        }
    }

    /** Every call has a deadline, and so this wait ends. */
    void close(BooleanSupplier idle) {
        CountDownLatch drained = new CountDownLatch(1);
        if (!timer.isShutdown()) {
            timer.scheduleWithFixedDelay(
                    () -> countDownIf(idle, drained), 0, 10, TimeUnit.MILLISECONDS);
            await(drained);
            timer.shutdownNow();
            threads.shutdown();
        }
    }

    private static void countDownIf(BooleanSupplier idle, CountDownLatch drained) {
        if (idle.getAsBoolean()) {
            drained.countDown();
        }
    }

    private static void await(CountDownLatch drained) {
        try {
            drained.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
