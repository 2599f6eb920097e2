package io.hansa.proxy.idempotency;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets a bounded number of threads wait for the database. A caller waits for its call only as long
 * as it can: a driver or a pool may wait for half a minute. Where all threads wait and none gets an
 * answer, the database is taken to be away, and further calls fail at once, so that requests with
 * keys do not take the room of all others. Safe for many threads.
 */
final class BoundedCalls implements DatabaseCalls {
    private static final long STALLED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOK_MILLIS = 50;

    private enum State {
        WAITING,
        STARTED,
        CANCELLED
    }

    private final Executor executor;
    private final int threads;
    private final LongSupplier nanoTime;
    private final AtomicInteger running = new AtomicInteger();
    private volatile long progressAt;

    /**
     * @param executor with that many threads
     */
    BoundedCalls(Executor executor, int threads, LongSupplier nanoTime) {
        this.executor = executor;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    @Override
    public <T> T call(long patienceMillis, Supplier<T> work, Runnable abandoned) {
        if (stalled()) {
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
                boolean over = left <= LOOK_MILLIS;
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
        return running.get() >= threads && nanoTime.getAsLong() - progressAt > STALLED_NANOS;
    }

    private static Failure away() {
        return Failure.of(
                ErrorCode.REGISTRY_UNAVAILABLE,
                "The database that keeps replies to idempotency keys does not answer in time; try"
                        + " again later.");
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
            if (running.incrementAndGet() == threads) {
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
