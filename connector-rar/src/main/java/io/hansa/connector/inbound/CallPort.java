package io.hansa.connector.inbound;

import io.hansa.connector.ListenerSettings;
import io.hansa.connector.Listening;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.pool.Alarms;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An open port, and the connections to it. */
public final class CallPort implements Listening {

    private static final Logger LOG = System.getLogger(CallPort.class.getName());
    private static final int BACKLOG = 50;
    private static final int LEAVE_SECONDS = 10;

    private final ListenerSettings settings;
    private final ServerCallListener listener;
    private final Executor threads;
    private final Alarms alarms;
    private final ServerSocket port;
    private final Semaphore free;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean entered;

    private CallPort(
            ListenerSettings settings, ServerCallListener listener, Executor threads, Alarms alarms)
            throws IOException {
        this.settings = settings;
        this.listener = listener;
        this.threads = threads;
        this.alarms = alarms;
        this.free = new Semaphore(settings.maxConnections());
        this.port = new ServerSocket();
    }

    /**
     * @param threads one for the port and one for each connection, so it must not run on the caller's own
     * @throws IOException when the port cannot be had
     */
    public static CallPort open(
            ListenerSettings settings, ServerCallListener listener, Executor threads, Alarms alarms)
            throws IOException {
        CallPort opened = new CallPort(settings, listener, threads, alarms);
        try {
            opened.port.setReuseAddress(true);
            opened.port.bind(
                    new InetSocketAddress(
                            InetAddress.getByName(settings.address()), settings.port()),
                    BACKLOG);
            threads.execute(opened::accept);
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public int port() {
        return port.getLocalPort();
    }

    /** Returns when nobody can connect any more. Not for the thread that accepts connections. */
    @Override
    public void close() {
        quietly(port);
        awaitLeft();
        open.forEach(CallPort::quietly);
    }

    /**
     * A thread within accept keeps the port open in the system, closed or not, until it has woken up and come out: a
     * loaded machine takes its time over that. A thread that enters later finds the port closed.
     */
    private void awaitLeft() {
        try {
            if (entered && !left.await(LEAVE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "Listener {0} may take connections for a while yet: its thread has not ended; a thread dump says why.",
                        settings.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        entered = true;
        try {
            acceptUntilClosed();
        } finally {
            left.countDown();
        }
    }

    private void acceptUntilClosed() {
        while (!port.isClosed()) {
            try {
                take(port.accept());
            } catch (IOException e) {
                if (!port.isClosed()) {
                    LOG.log(
                            Level.WARNING,
                            "Listener {0} could not accept a connection: {1}",
                            settings.name(),
                            e.getMessage());
                }
            }
        }
    }

    private void take(Socket socket) {
        if (!free.tryAcquire()) {
            LOG.log(
                    Level.WARNING,
                    "Listener {0} has {1} connections, as many as it takes; raise its limit or close some.",
                    settings.name(),
                    settings.maxConnections());
            quietly(socket);
            return;
        }
        open.add(socket);
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException e) {
            LOG.log(
                    Level.WARNING,
                    "Listener {0} has no thread for another connection; enlarge the container''s pool.",
                    settings.name());
            ended(socket);
        }
        if (port.isClosed()) {
            quietly(socket);
        }
    }

    private void serve(Socket socket) {
        try {
            new Conversation(settings, listener, socket, alarms).hold();
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "A connection to listener {0} ended: {1}",
                    settings.name(),
                    e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A call to listener " + settings.name() + " got no answer.", e);
        } finally {
            ended(socket);
        }
    }

    private void ended(Socket socket) {
        quietly(socket);
        if (open.remove(socket)) {
            free.release();
        }
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.log(Level.DEBUG, "A socket did not close in order; it is gone all the same.", e);
        }
    }
}
