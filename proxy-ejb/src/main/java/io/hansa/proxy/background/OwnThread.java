package io.hansa.proxy.background;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A thread that runs one task again and again. It takes the place of the container's scheduler for
 * two reasons. Payara's default scheduler has a single thread: there a task that waits for the
 * database would stop the node's adaptive limit and its probes (seen 2026-11-29 with Payara
 * 6.2025.10, core-pool-size 0). WildFly's scheduler runs nothing while the server is suspended, and
 * logs a stack trace for each turn (WFLYEE0110, WildFly 39.0.1).
 */
public final class OwnThread {
    private final CountDownLatch stopping = new CountDownLatch(1);

    private OwnThread() {}

    /**
     * @param millis before each run
     * @param task must not throw
     */
    public static OwnThread start(ThreadFactory threads, long millis, Runnable task) {
        OwnThread own = new OwnThread();
        threads.newThread(() -> own.run(millis, task)).start();
        return own;
    }

    /** The same, with a first run at once. */
    public static OwnThread startNow(ThreadFactory threads, long millis, Runnable task) {
        OwnThread own = new OwnThread();
        threads.newThread(
                        () -> {
                            task.run();
                            own.run(millis, task);
                        })
                .start();
        return own;
    }

    private void run(long millis, Runnable task) {
        try {
            while (!stopping.await(millis, TimeUnit.MILLISECONDS)) {
                task.run();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The task is not begun again; a run under way goes on. */
    public void stop() {
        stopping.countDown();
    }
}
