package io.hansa.grizzly;

import io.hansa.turns.Turns;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.asyncqueue.AsyncQueue;
import org.glassfish.grizzly.monitoring.MonitoringConfig;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.tmpselectors.TemporarySelectorPool;
import org.glassfish.grizzly.nio.tmpselectors.TemporarySelectorsEnabledTransport;
import org.glassfish.grizzly.strategies.AbstractIOStrategy;
import org.glassfish.grizzly.threadpool.GrizzlyExecutorService;

/**
 * Reading and closing are the workers' business, as in Grizzly's own {@code
 * WorkerThreadIOStrategy}. But a connection whose request is done does not go back to the selector
 * at once:
 *
 * <ul>
 *   <li>While others wait for a worker, it goes to the end of their queue; when its turn comes, its
 *       next request has usually arrived.
 *   <li>Where nobody waits, the worker stays with it for a moment ({@link Turns}).
 * </ul>
 *
 * <p>That spares two changes of what the selector looks at, its wake-up and a change of threads for
 * each request. If nothing has arrived by then, the selector looks after the connection as ever.
 *
 * <p>A connection is at one of three places: at the selector, in the queue, or with a worker; so it
 * has no two workers at once. Safe for many threads; one for each transport, which has the workers
 * to itself.
 */
public final class TurnsIOStrategy extends AbstractIOStrategy {
    private static final Logger LOG = Grizzly.logger(TurnsIOStrategy.class);

    private final Turns turns = new Turns();
    private final AtomicBoolean filtersAdded = new AtomicBoolean();

    private TurnsIOStrategy() {}

    /** A new one; Payara asks for it by this name, once for each transport. */
    public static TurnsIOStrategy getInstance() {
        LOG.info("Connections take turns for the workers of a listener.");
        return new TurnsIOStrategy();
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled)
            throws IOException {
        if (event == IOEvent.SERVER_ACCEPT && filtersAdded.compareAndSet(false, true)) {
            HttpFilters.addTo(connection.getTransport().getProcessor(), turns);
        }
        if (isReadWrite(event) && enabled) {
            connection.disableIOEvent(event);
        }
        Executor workers = getThreadPoolFor(connection, event);
        Turn turn = new Turn(connection, event, workers);
        if (workers == null) {
            turn.fire();
        } else {
            turn.queue();
        }
        return true;
    }

    /** What a worker does for one connection until it leaves it. */
    private class Turn extends IOEventLifeCycleListener.Adapter implements Runnable {
        final Connection<?> connection;
        private final IOEvent event;
        private final Executor workers;

        /** Null while no worker is in {@link #run}: what ends then, ends elsewhere. */
        private volatile Thread worker;

        /**
         * Whether somebody else may give the connection back, too; then it goes to the selector
         * only, as often as they like.
         */
        private volatile boolean shared;

        /** Only the worker's, as the next. */
        private boolean stay;

        private int stayed;

        Turn(Connection<?> connection, IOEvent event, Executor workers) {
            this.connection = connection;
            this.event = event;
            this.workers = workers;
        }

        /**
         * @throws RejectedExecutionException if the queue is full
         */
        final void queue() {
            turns.queue(workers, this);
        }

        @Override
        public final void run() {
            turns.begun();
            worker = Thread.currentThread();
            try {
                fire();
                while (stay) {
                    stay = false;
                    if (comesInAMoment()) {
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
                    turns.stayed(false);
                    connection.closeSilently();
                }
            }
        }

        void fire() {
            if (event == IOEvent.READ) {
                Pipeline.of(connection).turnBegins();
            }
            fireIOEvent(connection, event, isReadWrite(event) ? this : null, LOG);
        }

        private boolean comesInAMoment() throws IOException {
            boolean comes = false;
            try {
                comes = isReadyInAMoment();
                return comes;
            } finally {
                turns.stayed(comes);
            }
        }

        private boolean isReadyInAMoment() throws IOException {
            TemporarySelectorPool selectors =
                    ((TemporarySelectorsEnabledTransport) connection.getTransport())
                            .getTemporarySelectorIO()
                            .getSelectorPool();
            Thread.interrupted(); // by the request before, if at all
            Selector selector = selectors.poll();
            if (selector == null) {
                return false;
            }
            try {
                socket().register(selector, SelectionKey.OP_READ);
                return selector.select(Turns.MOMENT) > 0;
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
            boolean here = Thread.currentThread() == worker;
            if (AsyncQueue.EXPECTING_MORE_OPTION.equals(data)) {
                connection.simulateIOEvent(done);
            } else if (done != IOEvent.READ || shared || foundNothing() || !connection.isOpen()) {
                connection.enableIOEvent(done);
            } else if (here && stay) {
                return; // it is the worker's already
            } else {
                goOn(turns.next(here, stayed, this::workers));
            }
        }

        /** Then the selector looks after the connection, or there would be no end to it. */
        boolean foundNothing() {
            return false;
        }

        private void goOn(Turns.Next next) throws IOException {
            switch (next) {
                case STAY -> {
                    stay = true;
                    stayed++;
                }
                case QUEUE -> queueAgain();
                case LEAVE -> connection.enableIOEvent(IOEvent.READ);
            }
        }

        private void queueAgain() throws IOException {
            try {
                new NextTurn(connection, getThreadPoolFor(connection, IOEvent.READ)).queue();
            } catch (RejectedExecutionException full) {
                connection.enableIOEvent(IOEvent.READ);
            }
        }

        /** How many there are; one if it is not known. */
        private int workers() {
            return workers instanceof GrizzlyExecutorService pool
                    ? pool.getConfiguration().getMaxPoolSize()
                    : 1;
        }
    }

    /**
     * That of a connection about which the selector was not asked, so there may be nothing to read.
     */
    private final class NextTurn extends Turn {
        private final Reads reads;

        NextTurn(Connection<?> connection, Executor workers) {
            super(connection, IOEvent.READ, workers);
            this.reads = Reads.of(connection);
        }

        @Override
        void fire() {
            reads.none = true;
            super.fire();
        }

        @Override
        boolean foundNothing() {
            return reads.none;
        }
    }

    /** Whether anything was read from a connection: Grizzly itself does not say so afterwards. */
    private static final class Reads extends ConnectionProbe.Adapter {
        volatile boolean none;

        /** The one of the connection, which keeps it as long as it lives. */
        static Reads of(Connection<?> connection) {
            MonitoringConfig<ConnectionProbe> probes = connection.getMonitoringConfig();
            for (ConnectionProbe probe : probes.getProbes()) {
                if (probe instanceof Reads reads) {
                    return reads;
                }
            }
            Reads reads = new Reads();
            probes.addProbes(reads);
            return reads;
        }

        @Override
        public void onReadEvent(Connection connection, Buffer data, int size) {
            none = false;
        }
    }
}
