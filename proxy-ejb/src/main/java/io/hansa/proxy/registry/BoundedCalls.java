package io.hansa.proxy.registry;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets a bounded number of threads wait for the database. A caller waits for its call only as long
 * as it can: a driver or a pool may wait for half a minute. Where all threads wait and none gets an
 * answer, the database is taken to be away, and further calls fail at once, so that those who wait
 * for it do not take the room of all others. Safe for many threads.
 */
public final class BoundedCalls implements DatabaseCalls {
    private static final long LOOK_MILLIS = 50;
    private static final long IDLE_SECONDS = 10;

    private enum State {
        WAITING,
        STARTED,
        CANCELLED
    }

    /**
     * When callers wait no longer.
     *
     * @param threads of the executor
     * @param stalled for how long all threads may be busy without a result
     * @param away whether the database is known not to answer
     */
    public record Bounds(int threads, Duration stalled, BooleanSupplier away) {}

    private final Executor executor;
    private final Bounds bounds;
    private final LongSupplier nanoTime;
    private final String refusal;
    private final AtomicInteger running = new AtomicInteger();
    private volatile long progressAt;

    /**
     * @param executor with the threads of the bounds
     * @param refusal what a caller is told that waits no longer
     */
    public BoundedCalls(Executor executor, Bounds bounds, LongSupplier nanoTime, String refusal) {
        this.executor = executor;
        this.bounds = bounds;
        this.nanoTime = nanoTime;
        this.refusal = refusal;
    }

    /**
     * Threads for calls; they end while there is nothing to do. The caller of this ends them.
     *
     * @param count of the bounds
     * @param waiting how many calls may wait for one of them
     */
    public static ExecutorService threads(int count, int waiting, ThreadFactory factory) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(waiting),
                        factory);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @Override
    public <T> T call(long patienceMillis, Supplier<T> work, Runnable abandoned) {
        if (stalled() || bounds.away().getAsBoolean()) {
            throw away();
        }
        Call<T> call = new Call<>(work);
        try {
            executor.execute(call);
        } catch (RejectedExecutionException full) {
            throw away();
        }
        long end = nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - nanoTime.getAsLong());
            try {
                return call.result.get(
                        Math.max(1, Math.min(LOOK_MILLIS, left)), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                boolean over = left <= LOOK_MILLIS || bounds.away().getAsBoolean();
                if ((over || stalled()) && call.cancel()) {
                    throw away();
                }
                if (over) {
                    abandoned.run();
                    throw away();
                }
            } catch (ExecutionException failed) {
                throw unchecked(failed.getCause());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                if (!call.cancel()) {
                    abandoned.run();
                }
                throw Failure.of(ErrorCode.DRAINING, "This node is stopping; ask another.");
            }
        }
    }

    private boolean stalled() {
        return running.get() >= bounds.threads()
                && nanoTime.getAsLong() - progressAt > bounds.stalled().toNanos();
    }

    private Failure away() {
        return Failure.of(ErrorCode.REGISTRY_UNAVAILABLE, refusal);
    }

    private static RuntimeException unchecked(Throwable failed) {
        if (failed instanceof Error error) {
            throw error;
        }
        return failed instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(failed);
    }

    /** One call, which runs at most once. */
    private final class Call<T> implements Runnable {
        private final Supplier<T> work;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final CompletableFuture<T> result = new CompletableFuture<>();

        Call(Supplier<T> work) {
            this.work = work;
        }

        /** False where it runs already. */
        boolean cancel() {
            return state.compareAndSet(State.WAITING, State.CANCELLED);
        }

        @Override
        public void run() {
            if (!state.compareAndSet(State.WAITING, State.STARTED)) {
                return;
            }
            if (running.incrementAndGet() == bounds.threads()) {
                progressAt = nanoTime.getAsLong();
            }
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error failed) {
                result.completeExceptionally(failed);
            } finally {
                progressAt = nanoTime.getAsLong();
                running.decrementAndGet();
            }
        }
    }
}
