package io.hansa.web.ingress;

import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Reads and drops what a caller still sends after its request was refused, without a worker. A
 * container that does it itself may wait for the caller. After two seconds the caller's connection
 * is closed.
 */
final class BodyDrainer implements ReadListener {
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final byte[] scratch = new byte[4096];
    private final BoundedRequestInput in;
    private final AsyncExchange exchange;
    private volatile long since = System.nanoTime();
    private boolean refusalSent;
    private boolean bodyEnded;

    BodyDrainer(BoundedRequestInput in, AsyncExchange exchange) {
        this.in = in;
        this.exchange = exchange;
    }

    /** The time begins now: the request has just been refused. */
    void begin() {
        since = System.nanoTime();
    }

    /** The refusal is sent, or has no recipient. Only now may the end of the body end all. */
    synchronized void refusalSent() {
        refusalSent = true;
        completeAfterBoth();
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (in.isReady()) {
            if (System.nanoTime() - since > MAX_NANOS) {
                throw new IOException("The caller did not stop sending a refused body.");
            }
            if (in.read(scratch, 0, scratch.length) < 0) {
                return;
            }
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        bodyEnded = true;
        completeAfterBoth();
    }

    /**
     * Completes on another thread: some containers close the connection only after this method has
     * returned.
     */
    @Override
    public void onError(Throwable cause) {
        exchange.execute(this::onAllDataRead);
    }

    private void completeAfterBoth() {
        if (refusalSent && bodyEnded) {
            exchange.complete();
        }
    }
}
