package io.hansa.web.turns;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * While others wait for a worker, a connection whose request is done goes to the end of their queue, and not back to the
 * thread that reads for all: when its turn comes, its next request has usually arrived, and the worker reads it. That spares
 * two changes of what that thread looks at, its wake-up and a change of threads for each request. If nothing has arrived by
 * then, and where nobody waits, that thread looks after the connection as ever.
 *
 * <p>What a worker has read it gives to Undertow as if it had come together with the request before (pipelined), which
 * Undertow takes up on the worker, too. A connection is in the queue only while nobody else reads from it, so it is never
 * read by two. Safe for many threads.
 */
final class TurnsHandler implements HttpHandler {
    private final HttpHandler next;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExchangeCompletionListener afterwards = this::afterwards;

    TurnsHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addExchangeCompleteListener(afterwards);
        if (exchange.isInIoThread()) {
            Executor workers = exchange.getConnection().getWorker();
            exchange.setDispatchExecutor(task -> queue(workers, task));
        }
        next.handleRequest(exchange);
    }

    /** @throws RejectedExecutionException if the server ends */
    private void queue(Executor workers, Runnable task) {
        waiting.incrementAndGet();
        try {
            workers.execute(
                    () -> {
                        waiting.decrementAndGet();
                        task.run();
                    });
        } catch (RejectedExecutionException ended) {
            waiting.decrementAndGet();
            throw ended;
        }
    }

    private void afterwards(
            HttpServerExchange exchange, ExchangeCompletionListener.NextListener rest) {
        if (waiting.get() == 0
                || !(exchange.getConnection() instanceof HttpServerConnection connection)
                || !mayTakeTurns(exchange, connection)) {
            rest.proceed();
            return;
        }
        try {
            queue(connection.getWorker(), () -> nextTurn(exchange, connection, rest));
        } catch (RejectedExecutionException ended) {
            rest.proceed();
        }
    }

    /** Not where somebody else reads from the connection, or may do so now. */
    private static boolean mayTakeTurns(
            HttpServerExchange exchange, HttpServerConnection connection) {
        return exchange.isPersistent()
                && !exchange.isUpgrade()
                && !exchange.isInIoThread()
                && !exchange.getRequestMethod().equals(Methods.CONNECT)
                && connection.getSslSession() == null
                && connection.getPipelineBuffer() == null
                && connection.getExtraBytes() == null
                && !connection.getOriginalSourceConduit().isReadResumed();
    }

    /** Whatever happens, Undertow goes on with the connection, if only to close it where it is not known what was taken. */
    private static void nextTurn(
            HttpServerExchange exchange,
            HttpServerConnection connection,
            ExchangeCompletionListener.NextListener rest) {
        boolean known = false;
        try {
            if (takesData(connection)) {
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

    /** Takes what has come while the connection waited in the queue, if anything has. */
    private static boolean takesData(HttpServerConnection connection) throws IOException {
        PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
        boolean taken = false;
        try {
            taken = connection.getOriginalSourceConduit().read(buffer.getBuffer()) > 0;
            if (taken) {
                buffer.getBuffer().flip();
                connection.setExtraBytes(buffer);
            }
            return taken;
        } finally {
            if (!taken) {
                buffer.close();
            }
        }
    }
}
