package io.hansa.web.turns;

import io.hansa.turns.Turns;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.Options;

/**
 * A connection whose request is done does not go back at once to the thread that reads for all:
 *
 * <ul>
 *   <li>While others wait for a worker, it goes to the end of their queue; when its turn comes, its
 *       next request has usually arrived, and the worker reads it.
 *   <li>Where nobody waits, the worker stays with it for a moment ({@link Turns}), and reads what
 *       comes.
 * </ul>
 *
 * <p>That spares two changes of what that thread looks at, its wake-up and a change of threads for
 * each request. If nothing has arrived by then, that thread looks after the connection as ever.
 *
 * <p>What a worker has read it gives to Undertow as if it had come together with the request before
 * (pipelined), which Undertow takes up on the worker, too. A connection is in the queue or with a
 * worker that stays only while nobody else reads from it, so it is never read by two. Safe for many
 * threads.
 */
final class TurnsHandler implements HttpHandler {
    private final HttpHandler next;
    private final Turns turns = new Turns();
    private final ThreadLocal<Work> work = new ThreadLocal<>();
    private final ExchangeCompletionListener afterwards = this::afterwards;

    TurnsHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addExchangeCompleteListener(afterwards);
        if (exchange.isInIoThread()) {
            ServerConnection connection = exchange.getConnection();
            exchange.setDispatchExecutor(task -> queue(connection, task));
        }
        next.handleRequest(exchange);
    }

    /**
     * @throws RejectedExecutionException if the server ends
     */
    private void queue(ServerConnection connection, Runnable task) {
        turns.queue(connection.getWorker(), new Work(connection, task));
    }

    private void afterwards(
            HttpServerExchange exchange, ExchangeCompletionListener.NextListener rest) {
        if (!(exchange.getConnection() instanceof HttpServerConnection connection)
                || !mayTakeTurns(exchange, connection)) {
            rest.proceed();
            return;
        }
        Work here = work.get();
        boolean its = here != null && here.connection == connection && here.next == null;
        switch (turns.next(its, its ? here.stayed : 0, () -> workers(connection))) {
            case STAY -> {
                here.stayed++;
                here.next = () -> goOn(exchange, rest, () -> takesWhatComesInAMoment(connection));
            }
            case QUEUE -> queueAgain(exchange, connection, rest);
            case LEAVE -> rest.proceed();
        }
    }

    private void queueAgain(
            HttpServerExchange exchange,
            HttpServerConnection connection,
            ExchangeCompletionListener.NextListener rest) {
        try {
            queue(connection, () -> goOn(exchange, rest, () -> takesData(connection)));
        } catch (RejectedExecutionException ended) {
            rest.proceed();
        }
    }

    /** How many there are; one if it is not known. */
    private static int workers(HttpServerConnection connection) {
        try {
            Integer max = connection.getWorker().getOption(Options.WORKER_TASK_MAX_THREADS);
            return max == null ? 1 : max;
        } catch (IOException unknown) {
            return 1;
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

    /**
     * Whatever happens, Undertow goes on with the connection, if only to close it where it is not
     * known what was taken.
     */
    private static void goOn(
            HttpServerExchange exchange,
            ExchangeCompletionListener.NextListener rest,
            Availability availability) {
        boolean known = false;
        try {
            if (availability.takes()) {
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

    private boolean takesWhatComesInAMoment(HttpServerConnection connection) throws IOException {
        boolean taken = false;
        try {
            awaitAMoment(connection);
            taken = takesData(connection);
            return taken;
        } finally {
            turns.stayed(taken);
        }
    }

    /** Shorter where there is no means to wait. */
    private static void awaitAMoment(HttpServerConnection connection) {
        Thread.interrupted(); // by the request before, if at all
        try {
            connection
                    .getOriginalSourceConduit()
                    .awaitReadable(Turns.MOMENT, TimeUnit.MILLISECONDS);
        } catch (IOException unable) {
            // who reads next will see whether it is the caller who is gone
        }
    }

    /** Takes what has come since, if anything has. */
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

    private interface Availability {
        /** Whether there was anything. */
        boolean takes() throws IOException;
    }

    /**
     * What a worker does until it leaves a connection: what was queued, and then what it stayed
     * for.
     */
    private final class Work implements Runnable {
        private final ServerConnection connection;
        private Runnable next;
        private int stayed;

        Work(ServerConnection connection, Runnable first) {
            this.connection = connection;
            this.next = first;
        }

        @Override
        public void run() {
            turns.begun();
            work.set(this);
            try {
                while (next != null) {
                    runNext();
                }
            } finally {
                work.remove();
                if (next != null) { // something was thrown, and the caller still waits to be read
                    runNext();
                }
            }
        }

        private void runNext() {
            Runnable now = next;
            next = null;
            now.run();
        }
    }
}
