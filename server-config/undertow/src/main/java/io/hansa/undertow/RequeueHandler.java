package io.hansa.undertow;

import io.hansa.http.requeue.WorkerAffinity;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Methods;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.xnio.Options;

/**
 * A connection whose request is done does not go back at once to the thread that reads all
 * connections (the selector):
 *
 * <ul>
 *   <li>While other connections wait for a worker, it is requeued behind them. When it gets its
 *       worker, its next request has usually arrived, and the worker reads it.
 *   <li>Where none waits, the worker stays with it for a moment ({@link WorkerAffinity}).
 * </ul>
 *
 * <p>This saves two changes of the selector's interest, its wake-up and a change of threads for
 * each request. If nothing has arrived, the connection returns to the selector.
 *
 * <p>A connection is in the queue or with a staying worker only while nothing else reads from it,
 * so it is never read by two threads. Safe for many threads.
 */
final class RequeueHandler implements HttpHandler {
    private final HttpHandler next;
    private final WorkerAffinity affinity = new WorkerAffinity();
    private final ThreadLocal<ConnectionTask> current = new ThreadLocal<>();
    private final ExchangeCompletionListener completion = this::completed;

    RequeueHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addExchangeCompleteListener(completion);
        if (exchange.isInIoThread()) {
            ServerConnection connection = exchange.getConnection();
            exchange.setDispatchExecutor(task -> queue(connection, task));
        }
        next.handleRequest(exchange);
    }

    /**
     * @throws RejectedExecutionException if the server stops
     */
    private void queue(ServerConnection connection, Runnable task) {
        affinity.queue(
                connection.getWorker(), new ConnectionTask(affinity, current, connection, task));
    }

    private void completed(
            HttpServerExchange exchange, ExchangeCompletionListener.NextListener rest) {
        if (!(exchange.getConnection() instanceof HttpServerConnection connection)
                || !isRequeueable(exchange, connection)) {
            rest.proceed();
            return;
        }
        NextRequest nextRequest = new NextRequest(exchange, connection, rest);
        ConnectionTask task = current.get();
        boolean onWorker = task != null && task.isFreeFor(connection);
        int inARow = onWorker ? task.inARow() : 0;
        switch (affinity.next(onWorker, inARow, () -> workerCount(connection))) {
            case KEEP_WORKER -> task.stayFor(nextRequest);
            case REQUEUE -> requeue(connection, nextRequest, rest);
            case RETURN_TO_SELECTOR -> rest.proceed();
        }
    }

    private void requeue(
            HttpServerConnection connection,
            NextRequest nextRequest,
            ExchangeCompletionListener.NextListener rest) {
        try {
            queue(connection, nextRequest::read);
        } catch (RejectedExecutionException stopping) {
            rest.proceed();
        }
    }

    /** One where it is not known. */
    private static int workerCount(HttpServerConnection connection) {
        try {
            Integer max = connection.getWorker().getOption(Options.WORKER_TASK_MAX_THREADS);
            return max == null ? 1 : max;
        } catch (IOException unknown) {
            return 1;
        }
    }

    /** Not where other code reads from the connection, or may do so now. */
    private static boolean isRequeueable(
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
}
