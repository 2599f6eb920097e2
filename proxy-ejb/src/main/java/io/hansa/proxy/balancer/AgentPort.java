package io.hansa.proxy.balancer;

import io.hansa.proxy.configuration.AgentListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * A port for HAProxy's agent check: who connects gets one line and is disconnected. One thread; it
 * reads nothing, and the line fits into every socket's buffer, so it never waits for a client.
 */
public final class AgentPort implements AutoCloseable {
    private static final Logger LOG = System.getLogger(AgentPort.class.getName());
    private static final int BACKLOG = 16;
    private static final long LEAVE_MILLIS = 5_000;

    private final ServerSocket socket;
    private final int port;
    private final Supplier<String> line;
    private final Thread thread;

    private AgentPort(ServerSocket socket, Supplier<String> line, ThreadFactory threads) {
        this.socket = socket;
        this.port = socket.getLocalPort();
        this.line = line;
        this.thread = threads.newThread(this::answer);
    }

    /** Opens the port. */
    public static AgentPort open(AgentListener at, Supplier<String> line, ThreadFactory threads)
            throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(
                    new InetSocketAddress(InetAddress.getByName(at.address()), at.port()), BACKLOG);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
        AgentPort port = new AgentPort(socket, line, threads);
        port.thread.start();
        return port;
    }

    int port() {
        return port;
    }

    private void answer() {
        while (!socket.isClosed()) {
            try (Socket balancer = socket.accept()) {
                balancer.getOutputStream().write(line.get().getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                LOG.log(Level.DEBUG, "A balancer left before it had its line.", gone);
            }
        }
    }

    /**
     * Returns when no balancer can connect any more: the system keeps a port open until the thread
     * that accepts at it has come out. Not for that thread.
     */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            thread.join(LEAVE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
