package io.hansa.proxy.account;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.HashingLimits;
import io.hansa.proxy.failure.Failure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Hashes passwords on threads of its own, so that no other thread ever spends its time on them. It
 * takes a bounded share of the node: few threads, each with 19 MiB while it is in use, a short
 * queue before them, and after each hash a pause that keeps a thread within its share of a
 * processor. What finds no place in the queue is refused at once. A thread without work ends after
 * 15 seconds and frees its memory. Safe for many threads.
 */
public final class PasswordHasher implements AutoCloseable {
    /**
     * A hash that no password has: verified for an account that does not exist or has no password,
     * it takes the same time as a wrong password, and so does not show which names exist. Salt and
     * hash are random bytes.
     */
    public static final String DUMMY_HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$JaS2DcCbbvJ5Iu/F1p53Kg"
                    + "$pXSMsp/VUkNwY98dL5XyVVTUGuQ9ZpbvXLOgSbPsOAY";

    private static final Logger LOG = System.getLogger(PasswordHasher.class.getName());
    private static final long IDLE_SECONDS = 15;
    private static final long MAX_WAIT_SECONDS = 10;
    private static final long MAX_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int HUNDRED = 100;
    private static final int RETRY_SECONDS = 1;

    private final HashingLimits limits;
    private final ThreadPoolExecutor threads;
    private final ThreadLocal<Passwords> passwords = ThreadLocal.withInitial(Passwords::new);
    private final LongAdder hashes = new LongAdder();

    public PasswordHasher(HashingLimits limits) {
        this.limits = limits;
        AtomicInteger count = new AtomicInteger();
        threads =
                new ThreadPoolExecutor(
                        limits.threads(),
                        limits.threads(),
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(limits.waiting()),
                        task -> {
                            Thread thread =
                                    new Thread(task, "hansa-password-" + count.incrementAndGet());
                            thread.setDaemon(true);
                            thread.setPriority(Thread.MIN_PRIORITY);
                            return thread;
                        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Checks a password against a hash. A text that is no hash with bounded parameters matches no
     * password.
     *
     * @return completed on a thread of this hasher, which has other things to do; with a {@link
     *     Failure} where the node stops, or no turn came for ten seconds
     * @throws Failure OVERLOADED where no place is free
     */
    public CompletableFuture<Boolean> verify(String password, String hash) {
        return submit(its -> verify(its, password, hash));
    }

    /**
     * The salted hash of a new password. Waits for it, so it is for threads that may.
     *
     * @throws Failure OVERLOADED where no place is free or no turn comes in time
     */
    public String hash(String password) {
        return await(hashLater(password));
    }

    /**
     * The salted hash of a password, without waiting.
     *
     * @return completed on a thread of this hasher
     * @throws Failure OVERLOADED where no place is free
     */
    public CompletableFuture<String> hashLater(String password) {
        return submit(its -> its.hash(password));
    }

    /** Whether a hash has other parameters than a new one would have. */
    public static boolean isOutdated(String hash) {
        return Passwords.isOutdated(hash);
    }

    /**
     * Waits for a result. @throws Failure that it ended with, or OVERLOADED where it does not come
     * in time
     */
    public static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(2 * MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw new IllegalStateException("A password was not hashed.", failed.getCause());
        } catch (TimeoutException late) {
            throw overloaded();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw draining();
        }
    }

    /** Checks that wait for a thread. */
    public int waiting() {
        return threads.getQueue().size();
    }

    /** How many hashes were made since the start. */
    public long hashes() {
        return hashes.sum();
    }

    private <T> CompletableFuture<T> submit(Function<Passwords, T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(new Turn<>(work, result));
        } catch (RejectedExecutionException none) {
            throw threads.isShutdown() ? draining() : overloaded();
        }
        return result;
    }

    private static boolean verify(Passwords its, String password, String hash) {
        try {
            return its.verify(password, hash);
        } catch (IllegalArgumentException unusable) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-2001 {0} Give the account whose hash this is a new password.",
                    unusable.getMessage());
            return false;
        }
    }

    private static Failure overloaded() {
        return Failure.of(
                        ErrorCode.OVERLOADED,
                        "Too many passwords are being checked; ask for a token once and use that.")
                .with("retryAfterSeconds", RETRY_SECONDS);
    }

    private static Failure draining() {
        return Failure.of(ErrorCode.DRAINING, "This node is stopping; use another.");
    }

    /** Ends the threads; what waits is refused. */
    @Override
    public void close() {
        threads.shutdownNow().forEach(waiting -> ((Turn<?>) waiting).refuse(draining()));
    }

    boolean isTerminated() {
        return threads.isTerminated();
    }

    private final class Turn<T> implements Runnable {
        private final Function<Passwords, T> work;
        private final CompletableFuture<T> result;
        private final long since = System.nanoTime();

        Turn(Function<Passwords, T> work, CompletableFuture<T> result) {
            this.work = work;
            this.result = result;
        }

        void refuse(Failure reason) {
            result.completeExceptionally(reason);
        }

        @Override
        public void run() {
            long began = System.nanoTime();
            if (began - since > TimeUnit.SECONDS.toNanos(MAX_WAIT_SECONDS)) {
                refuse(overloaded());
                return;
            }
            T value;
            try {
                value = work.apply(passwords.get());
            } catch (RuntimeException | Error defect) {
                result.completeExceptionally(defect);
                return;
            }
            long took = System.nanoTime() - began;
            hashes.increment();
            result.complete(value);
            pause(took);
        }

        private void pause(long took) {
            int percent = limits.processorPercent();
            long nanos = Math.min(MAX_PAUSE_NANOS, took * (HUNDRED - percent) / percent);
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
