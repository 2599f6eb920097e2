package io.hansa.proxy.federation;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

/**
 * A value that is fetched in the background, one fetch after another. No thread waits for it. Safe
 * for many threads.
 */
public final class BackgroundFetch {
    /** Fetches a value and stores it. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    private volatile boolean fetching;
    private volatile boolean failed;
    private volatile long askedAt;

    /**
     * @param ageNanos the age to begin with
     */
    public BackgroundFetch(long ageNanos) {
        askedAt = System.nanoTime() - ageNanos;
    }

    /** Nanoseconds since it was last begun. */
    public long age() {
        return System.nanoTime() - askedAt;
    }

    /** Whether the last one that ended has failed. */
    public boolean failed() {
        return failed;
    }

    /**
     * Begins a fetch, unless one is in progress.
     *
     * @param told of a failure with the level to log it at: the first of several is a warning
     */
    public void begin(Executor executor, Task task, BiConsumer<Level, Throwable> told) {
        synchronized (this) {
            if (fetching) {
                return;
            }
            fetching = true;
            askedAt = System.nanoTime();
        }
        try {
            executor.execute(() -> run(task, told));
        } catch (RejectedExecutionException stopping) {
            fetching = false;
        }
    }

    private void run(Task task, BiConsumer<Level, Throwable> told) {
        try {
            task.run();
            failed = false;
        } catch (Exception | Error failure) {
            // After any failure a later call must be able to fetch again.
            told.accept(failed ? Level.DEBUG : Level.WARNING, failure);
            failed = true;
        } finally {
            fetching = false;
        }
    }
}
