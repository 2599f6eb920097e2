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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** An open port: takes connections until it is closed. */
public final class CallPort implements Listening {

    private static final Logger LOG = System.getLogger(CallPort.class.getName());
    private static final int BACKLOG = 50;
    private static final int LEAVE_SECONDS = 10;

    private final String name;
    private final Callers callers;
    private final ServerSocket port;
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean entered;

    private CallPort(String name, Callers callers) throws IOException {
        this.name = name;
        this.callers = callers;
        this.port = new ServerSocket();
    }

    /**
     * @param threads one for the port and one for each connection, with correlation one for each
     *     call in flight; so it must not run on the caller's own
     * @throws IOException when the port cannot be had
     */
    public static CallPort open(
            ListenerSettings settings, ServerCallListener listener, Executor threads, Alarms alarms)
            throws IOException {
        CallPort opened =
                new CallPort(settings.name(), new Callers(settings, listener, threads, alarms));
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

    /** Returns when no caller can connect any more. Not for the thread that accepts connections. */
    @Override
    public void close() {
        Callers.quietly(port);
        awaitLeft();
        callers.close();
    }

    /**
     * A thread within accept keeps the port open in the system, closed or not, until it has woken
     * up and come out: a loaded machine takes its time over that. A thread that enters later finds
     * the port closed.
     */
    private void awaitLeft() {
        try {
            if (entered && !left.await(LEAVE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "HANSA-1101 Listener {0} may still take connections: its thread has not ended. A thread dump says why.",
                        name);
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
                Socket socket = port.accept();
                callers.take(socket);
                if (port.isClosed()) {
                    Callers.quietly(socket);
                }
            } catch (IOException e) {
                if (!port.isClosed()) {
                    LOG.log(
                            Level.WARNING,
                            "HANSA-1102 Listener {0} could not accept a connection: {1}",
                            name,
                            e.getMessage());
                }
            }
        }
    }
}
