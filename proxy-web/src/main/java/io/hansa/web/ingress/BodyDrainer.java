package io.hansa.web.ingress;

import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Throws away what a caller still sends after it has been refused, without a worker: a container
 * that has to do it itself may wait for the caller. Who goes on for too long has its connection
 * ended.
 */
final class BodyDrainer implements ReadListener {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final byte[] scrap = new byte[4096];
    private final BoundedRequestInput toCome;
    private final AsyncExchange exchange;
    private volatile long since = System.nanoTime();
    private boolean told;
    private boolean ended;

    BodyDrainer(BoundedRequestInput toCome, AsyncExchange exchange) {
        this.toCome = toCome;
        this.exchange = exchange;
    }

    /** The refusal has been decided just now. */
    void begin() {
        since = System.nanoTime();
    }

    /**
     * The refusal is on its way, or nobody is there to take it. Only then may the end of the data
     * end the exchange.
     */
    synchronized void told() {
        told = true;
        endOfBoth();
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (toCome.isReady()) {
            if (System.nanoTime() - since > PATIENCE_NANOS) {
                throw new IOException("The caller goes on sending what was refused.");
            }
            if (toCome.read(scrap, 0, scrap.length) < 0) {
                return;
            }
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        ended = true;
        endOfBoth();
    }

    /**
     * Not on this thread, which on some containers closes the connection only when this returns.
     */
    @Override
    public void onError(Throwable gone) {
        exchange.start(this::onAllDataRead);
    }

    private void endOfBoth() {
        if (told && ended) {
            exchange.complete();
        }
    }
}
