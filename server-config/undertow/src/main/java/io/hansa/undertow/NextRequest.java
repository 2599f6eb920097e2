package io.hansa.undertow;

import io.hansa.http.requeue.WorkerAffinity;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Reads the next request of a connection on a worker. What it has read it gives to Undertow as if
 * it had come together with the request before (pipelined), which Undertow handles on the worker,
 * too. In any case Undertow goes on with the connection afterwards.
 *
 * @param exchange the one before, which is complete
 * @param rest what Undertow does after that
 */
record NextRequest(
        HttpServerExchange exchange,
        HttpServerConnection connection,
        ExchangeCompletionListener.NextListener rest) {

    /** Reads what has arrived, without waiting. */
    void read() {
        proceed(this::readArrived);
    }

    /** Waits for a moment and reads what has arrived by then. */
    void awaitAndRead(WorkerAffinity affinity) {
        proceed(
                () -> {
                    boolean arrived = false;
                    try {
                        await();
                        arrived = readArrived();
                        return arrived;
                    } finally {
                        affinity.stayed(arrived);
                    }
                });
    }

    /** Where it is not known what was read, the connection is closed. */
    private void proceed(Read read) {
        boolean known = false;
        try {
            if (read.hasArrived()) {
                exchange.setDispatchExecutor(SameThreadExecutor.INSTANCE);
            }
            known = true;
        } catch (IOException | IllegalStateException gone) {
            // the caller, or the server; closed below
        } finally {
            if (!known) {
                exchange.setPersistent(false);
            }
            rest.proceed();
        }
    }

    /** Shorter where the connection has no means to wait. */
    private void await() {
        Thread.interrupted(); // may be left by the request before
        try {
            connection
                    .getOriginalSourceConduit()
                    .awaitReadable(WorkerAffinity.MAX_STAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException unable) {
            // reading will show whether the caller is gone
        }
    }

    private boolean readArrived() throws IOException {
        PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
        boolean arrived = false;
        try {
            arrived = connection.getOriginalSourceConduit().read(buffer.getBuffer()) > 0;
            if (arrived) {
                buffer.getBuffer().flip();
                connection.setExtraBytes(buffer);
            }
            return arrived;
        } finally {
            if (!arrived) {
                buffer.close();
            }
        }
    }

    private interface Read {
        boolean hasArrived() throws IOException;
    }
}
