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
import java.util.regex.Pattern;

/**
 * Addresses of host names, with a deadline, which the JVM's own look-up has not: a silent name
 * server would hold the caller for many seconds. Hence the threads of its own. The JVM keeps what
 * was found for a while.
 */
public final class Addresses implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int WAITING = 256;
    private static final int THREAD_IDLE_SECONDS = 30;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private final ThreadPoolExecutor lookups =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    THREAD_IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(WAITING),
                    new AdapterThreads("hansa-connector-names"));

    public Addresses() {
        lookups.allowCoreThreadTimeOut(true);
    }

    /** One address or more. */
    public InetAddress[] of(String host, Deadline deadline) throws IOException {
        if (LITERAL.matcher(host).matches()) {
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

    @Override
    public void close() {
        lookups.shutdownNow();
    }

    private Future<InetAddress[]> submit(String host) throws IOException {
        try {
            return lookups.submit(() -> InetAddress.getAllByName(host));
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
}
