package io.hansa.grizzly;

import io.hansa.http.requeue.Requeueing;
import io.hansa.http.requeue.WorkerAffinity;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.strategies.AbstractIOStrategy;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;

/**
 * Reads and closes on workers, as Grizzly's own {@code WorkerThreadIOStrategy} does. But a
 * connection whose request is done does not go back to the selector at once:
 *
 * <ul>
 *   <li>While other connections wait for a worker, it is requeued behind them. When it gets its
 *       worker, its next request has usually arrived.
 *   <li>Where none waits, the worker stays with it for a moment ({@link WorkerAffinity}).
 * </ul>
 *
 * <p>This saves two changes of the selector's interest, its wake-up and a change of threads for
 * each request. If nothing has arrived, the connection returns to the selector.
 *
 * <p>A connection is at one of three places: the selector, the queue, a worker. So it never has two
 * workers at once. Safe for many threads; one for each transport, which has its workers to itself.
 */
public final class RequeueingIOStrategy extends AbstractIOStrategy {
    private static final Logger LOG = Grizzly.logger(RequeueingIOStrategy.class);

    private final WorkerAffinity affinity;

    RequeueingIOStrategy(WorkerAffinity affinity) {
        this.affinity = affinity;
    }

    /**
     * The strategy of a new transport. Payara finds this method by its name, and calls it once for
     * each transport. On a version of Grizzly that is not tested it is Grizzly's own strategy, with
     * Hansa's filters.
     */
    public static IOStrategy getInstance() {
        DrainBeforeStop.register();
        if (Requeueing.isOn("Grizzly", GrizzlyVersion.running(), GrizzlyVersion.TESTED)) {
            WorkerAffinity affinity = new WorkerAffinity();
            return new FilteringIOStrategy(
                    new RequeueingIOStrategy(affinity), new PipelinedRequestFilter(affinity));
        }
        return new FilteringIOStrategy(
                WorkerThreadIOStrategy.getInstance(), new PipelineLimitFilter());
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled)
            throws IOException {
        if (isReadWrite(event) && enabled) {
            connection.disableIOEvent(event);
        }
        ConnectionTask task = new ConnectionTask(this, connection, event);
        if (getThreadPoolFor(connection, event) == null) {
            task.fire();
        } else {
            queue(task);
        }
        return true;
    }

    WorkerAffinity affinity() {
        return affinity;
    }

    /**
     * @throws java.util.concurrent.RejectedExecutionException if the queue is full
     */
    void queue(ConnectionTask task) {
        affinity.queue(workers(task), task);
    }

    Executor workers(ConnectionTask task) {
        return getThreadPoolFor(task.connection(), task.event());
    }

    static void fire(ConnectionTask task) {
        IOEventLifeCycleListener listener = isReadWrite(task.event()) ? task : null;
        fireIOEvent(task.connection(), task.event(), listener, LOG);
    }
}
