package io.hansa.grizzly;

import io.hansa.http.requeue.WorkerAffinity;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.asyncqueue.AsyncQueue;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.tmpselectors.TemporarySelectorPool;
import org.glassfish.grizzly.nio.tmpselectors.TemporarySelectorsEnabledTransport;
import org.glassfish.grizzly.threadpool.GrizzlyExecutorService;

/**
 * What a worker does for one connection until it leaves it. Runs once, on one worker. The callbacks
 * of the life cycle may come on other threads.
 */
class ConnectionTask extends IOEventLifeCycleListener.Adapter implements Runnable {
    private final RequeueingIOStrategy strategy;
    private final WorkerAffinity affinity;
    private final Connection<?> connection;
    private final IOEvent event;

    /** Null while no worker is in {@link #run}. A request that ends then ends on another thread. */
    private volatile Thread worker;

    /**
     * Whether Grizzly may give the connection back more than once (a forked context). Then it
     * returns to the selector only, which allows that.
     */
    private volatile boolean shared;

    /** Read and written by the worker only, like {@link #inARow}. */
    private boolean stay;

    private int inARow;

    ConnectionTask(RequeueingIOStrategy strategy, Connection<?> connection, IOEvent event) {
        this.strategy = strategy;
        this.affinity = strategy.affinity();
        this.connection = connection;
        this.event = event;
    }

    final Connection<?> connection() {
        return connection;
    }

    final IOEvent event() {
        return event;
    }

    @Override
    public final void run() {
        affinity.started();
        worker = Thread.currentThread();
        try {
            fire();
            while (stay) {
                stay = false;
                if (nextRequestComes()) {
                    fire();
                } else {
                    connection.enableIOEvent(IOEvent.READ);
                }
            }
        } catch (IOException | RuntimeException gone) {
            // the caller, or the transport
            connection.closeSilently();
        } finally {
            worker = null;
            if (stay) { // an Error
                affinity.stayed(false);
                connection.closeSilently();
            }
        }
    }

    void fire() {
        if (event == IOEvent.READ) {
            Pipeline.of(connection).startTask();
        }
        RequeueingIOStrategy.fire(this);
    }

    private boolean nextRequestComes() throws IOException {
        boolean comes = false;
        try {
            comes = isReadableInTime();
            return comes;
        } finally {
            affinity.stayed(comes);
        }
    }

    private boolean isReadableInTime() throws IOException {
        TemporarySelectorPool selectors =
                ((TemporarySelectorsEnabledTransport) connection.getTransport())
                        .getTemporarySelectorIO()
                        .getSelectorPool();
        Thread.interrupted(); // may be left by the request before
        Selector selector = selectors.poll();
        if (selector == null) {
            return false;
        }
        try {
            socket().register(selector, SelectionKey.OP_READ);
            return selector.select(WorkerAffinity.MAX_STAY_MILLIS) > 0;
        } finally {
            selector.keys().forEach(SelectionKey::cancel);
            selectors.offer(selector);
        }
    }

    private SocketChannel socket() {
        return (SocketChannel) ((NIOConnection) connection).getChannel();
    }

    @Override
    public void onRerun(Context context, Context another) {
        shared = true;
    }

    @Override
    public void onReregister(Context context) throws IOException {
        shared = true;
        connection.enableIOEvent(context.getIoEvent());
    }

    @Override
    public void onComplete(Context context, Object data) throws IOException {
        IOEvent done = context.getIoEvent();
        boolean onWorker = Thread.currentThread() == worker;
        if (AsyncQueue.EXPECTING_MORE_OPTION.equals(data)) {
            connection.simulateIOEvent(done);
        } else if (done != IOEvent.READ || shared || foundNothing() || !connection.isOpen()) {
            connection.enableIOEvent(done);
        } else if (onWorker && stay) {
            return; // the worker has it already
        } else {
            proceed(affinity.next(onWorker, inARow, this::workerCount));
        }
    }

    /** Whether nothing was there to be read. Then the connection returns to the selector. */
    boolean foundNothing() {
        return false;
    }

    private void proceed(WorkerAffinity.Next next) throws IOException {
        switch (next) {
            case KEEP_WORKER -> {
                stay = true;
                inARow++;
            }
            case REQUEUE -> requeue();
            case RETURN_TO_SELECTOR -> connection.enableIOEvent(IOEvent.READ);
        }
    }

    private void requeue() throws IOException {
        try {
            strategy.queue(new RequeuedTask(strategy, connection));
        } catch (RejectedExecutionException full) {
            connection.enableIOEvent(IOEvent.READ);
        }
    }

    /** One where it is not known. */
    private int workerCount() {
        return strategy.workers(this) instanceof GrizzlyExecutorService pool
                ? pool.getConfiguration().getMaxPoolSize()
                : 1;
    }
}
