package io.hansa.connector.pool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Addresses of host names, with a deadline, which the JVM's own look-up has not: a silent name
 * server would hold the caller for many seconds. Hence the threads of its own. The JVM keeps what
 * was found for a while.
 */
public final class Addresses implements AutoCloseable {

    /** Looks a name up and may take its time. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static final int THREADS = 4;
    private static final int REFRESHING_THREADS = 2;
    private static final int WAITING = 256;
    private static final int THREAD_IDLE_SECONDS = 30;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private final Resolver resolver;
    private final ThreadPoolExecutor lookups = executor(THREADS, "hansa-connector-names");

    /** Apart from the others, so that names whose server is silent do not hold up callers. */
    private final ThreadPoolExecutor refreshes =
            executor(REFRESHING_THREADS, "hansa-connector-refresh");

    public Addresses() {
        this(InetAddress::getAllByName);
    }

    public Addresses(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whether the host is an address already, which needs no look-up. */
    static boolean literal(String host) {
        return LITERAL.matcher(host).matches();
    }

    /** One address or more. */
    public InetAddress[] of(String host, Deadline deadline) throws IOException {
        if (literal(host)) {
            return InetAddress.getAllByName(host);
        }
        Future<InetAddress[]> lookup = submit(host);
        try {
            return lookup.get(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            lookup.cancel(true);
            throw new SocketTimeoutException("no name server told the address of " + host);
        } catch (InterruptedException e) {
            lookup.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("the look-up of " + host + " was interrupted", e);
        } catch (ExecutionException e) {
            throw asIo(host, e.getCause());
        }
    }

    /**
     * Looks the name up in the background.
     *
     * @param found gets the addresses, or null where the name server told none
     * @return whether the look-up was begun; otherwise {@code found} is never called
     */
    boolean refresh(String host, Consumer<InetAddress[]> found) {
        try {
            refreshes.execute(() -> found.accept(resolveOrNull(host)));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        refreshes.shutdownNow();
    }

    private InetAddress[] resolveOrNull(String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private Future<InetAddress[]> submit(String host) throws IOException {
        try {
            return lookups.submit(() -> resolver.resolve(host));
        } catch (RejectedExecutionException e) {
            throw new IOException(
                    "too many look-ups are waiting for a name server, one of " + host + " too", e);
        }
    }

    private static IOException asIo(String host, Throwable cause) {
        return cause instanceof UnknownHostException
                ? new IOException("no such host as " + host, cause)
                : new IOException("the look-up of " + host + " failed", cause);
    }

    private static ThreadPoolExecutor executor(int threads, String name) {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        THREAD_IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING),
                        new AdapterThreads(name));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
