package io.hansa.connector.pool;

import io.hansa.connector.ServerTarget;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to open a channel, which few callers have at once. A server that has just come back
 * does not get all callers at the same moment. A server that does not answer delays few callers.
 */
public final class ConnectPermits {

    private final int connectTimeoutMillis;
    private final Semaphore free;

    public ConnectPermits(ServerTarget target, PoolSettings settings) {
        this.connectTimeoutMillis = target.connectTimeoutMillis();
        this.free = new Semaphore(settings.openingsAtOnce(), true);
    }

    /** Waits no longer than opening may take; {@link #end()} afterwards. */
    public void begin(Deadline deadline) throws IOException {
        Deadline until = deadline.earlier(Deadline.inMillis(connectTimeoutMillis));
        try {
            if (!free.tryAcquire(until.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw new SocketTimeoutException(
                        "the connections that are being opened already take too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for a connection was interrupted", e);
        }
    }

    public void end() {
        free.release();
    }
}
