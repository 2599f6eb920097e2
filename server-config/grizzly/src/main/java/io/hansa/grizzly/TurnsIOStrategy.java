package io.hansa.grizzly;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.asyncqueue.AsyncQueue;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.strategies.AbstractIOStrategy;

/**
 * Reading and closing are the workers' business, as in Grizzly's own {@code WorkerThreadIOStrategy}. But while others
 * wait for a worker, a connection whose request is done goes to the end of their queue, and not back to the selector:
 * when its turn comes, its next request has usually arrived. That spares two changes of what the selector looks at, its
 * wake-up and a change of threads for each request. If nothing has arrived by then, and where nobody waits, the selector
 * looks after the connection as ever.
 *
 * <p>A connection is at one of three places: at the selector, in the queue, or with a worker; so it has no two workers
 * at once. Safe for many threads; one for each transport, which has the workers to itself.
 */
public final class TurnsIOStrategy extends AbstractIOStrategy {
    private static final Logger LOG = Grizzly.logger(TurnsIOStrategy.class);

    private final AtomicInteger waiting = new AtomicInteger();
    private final IOEventLifeCycleListener afterwards = new Afterwards();

    private TurnsIOStrategy() {}

    /** A new one; Payara asks for it by this name, once for each transport. */
    public static TurnsIOStrategy getInstance() {
        LOG.info("Connections take turns for the workers of a listener.");
        return new TurnsIOStrategy();
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled)
            throws IOException {
        IOEventLifeCycleListener listener = null;
        if (isReadWrite(event)) {
            if (enabled) {
                connection.disableIOEvent(event);
            }
            listener = afterwards;
        }
        Executor workers = getThreadPoolFor(connection, event);
        if (workers == null) {
            fireIOEvent(connection, event, listener, LOG);
        } else {
            queue(workers, new Turn(connection, event, listener));
        }
        return true;
    }

    /** @throws RejectedExecutionException if the queue is full */
    private void queue(Executor workers, Runnable turn) {
        waiting.incrementAndGet();
        try {
            workers.execute(turn);
        } catch (RejectedExecutionException full) {
            waiting.decrementAndGet();
            throw full;
        }
    }

    private boolean queuedAgain(Connection<?> connection) {
        if (waiting.get() == 0) {
            return false;
        }
        try {
            queue(getThreadPoolFor(connection, IOEvent.READ), new NextTurn(connection));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** An event that the selector saw. */
    private final class Turn implements Runnable {
        private final Connection<?> connection;
        private final IOEvent event;
        private final IOEventLifeCycleListener listener;

        Turn(Connection<?> connection, IOEvent event, IOEventLifeCycleListener listener) {
            this.connection = connection;
            this.event = event;
            this.listener = listener;
        }

        @Override
        public void run() {
            waiting.decrementAndGet();
            fireIOEvent(connection, event, listener, LOG);
        }
    }

    /** What may have come while the connection waited in the queue. */
    private final class NextTurn implements Runnable {
        private final Connection<?> connection;

        NextTurn(Connection<?> connection) {
            this.connection = connection;
        }

        @Override
        public void run() {
            waiting.decrementAndGet();
            try {
                if (hasData()) {
                    fireIOEvent(connection, IOEvent.READ, afterwards, LOG);
                } else {
                    connection.enableIOEvent(IOEvent.READ);
                }
            } catch (IOException e) {
                connection.closeSilently();
            }
        }

        /** Not where the peer has ended the connection: that is for the selector to see. */
        private boolean hasData() throws IOException {
            SocketChannel socket = (SocketChannel) ((NIOConnection) connection).getChannel();
            return socket.isOpen() && socket.socket().getInputStream().available() > 0;
        }
    }

    private final class Afterwards extends IOEventLifeCycleListener.Adapter {
        @Override
        public void onReregister(Context context) throws IOException {
            onComplete(context, null);
        }

        @Override
        public void onComplete(Context context, Object data) throws IOException {
            IOEvent event = context.getIoEvent();
            Connection<?> connection = context.getConnection();
            if (AsyncQueue.EXPECTING_MORE_OPTION.equals(data)) {
                connection.simulateIOEvent(event);
            } else if (event != IOEvent.READ || !queuedAgain(connection)) {
                connection.enableIOEvent(event);
            }
        }
    }
}
