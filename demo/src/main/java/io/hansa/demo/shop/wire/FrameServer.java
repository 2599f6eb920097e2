package io.hansa.demo.shop.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A framed request-reply server on the loopback address: one thread a connection, at most {@value
 * #MAX_CONNECTIONS} of them; one more is closed at once. A connection that sends garbage, or
 * nothing for {@value #SILENCE_MILLIS} ms, is closed. Thread-safe; {@link #close} ends the listener
 * and every connection.
 */
public final class FrameServer implements AutoCloseable {

    static final int MAX_CONNECTIONS = 64;
    private static final int SILENCE_MILLIS = 120_000;

    private final Frames frames;
    private final Conversation conversation;
    private final ServerSocket listener;
    private final Thread acceptor = new Thread(this::accept, "acceptor");
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers =
            new ThreadPoolExecutor(
                    0, MAX_CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>());

    private FrameServer(ServerSocket listener, Frames frames, Conversation conversation) {
        this.listener = listener;
        this.frames = frames;
        this.conversation = conversation;
    }

    /**
     * Listens on {@code port} of the loopback address (0: any free one) and serves from then on.
     */
    public static FrameServer open(int port, Frames frames, Conversation conversation)
            throws IOException {
        FrameServer server =
                new FrameServer(
                        new ServerSocket(port, MAX_CONNECTIONS, InetAddress.getLoopbackAddress()),
                        frames,
                        conversation);
        server.acceptor.start();
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                hire(connection);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    report(e);
                }
            }
        }
    }

    private void hire(Socket connection) {
        try {
            workers.execute(() -> serve(connection));
        } catch (RejectedExecutionException e) {
            end(connection);
        }
    }

    private void serve(Socket connection) {
        try {
            connection.setSoTimeout(SILENCE_MILLIS);
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            var out = new BufferedOutputStream(connection.getOutputStream());
            Optional<byte[]> request = frames.read(in);
            while (request.isPresent()) {
                frames.write(out, conversation.answer(request.get()));
                out.flush();
                request = frames.read(in);
            }
        } catch (IOException e) {
            report(e);
        } finally {
            end(connection);
        }
    }

    private void end(Socket connection) {
        connections.remove(connection);
        try {
            connection.close();
        } catch (IOException e) {
            report(e);
        }
    }

    private void report(IOException e) {
        if (!listener.isClosed()) {
            System.err.println("A connection was closed: " + e.getMessage());
        }
    }

    /** Waits, a second at most, until the acceptor has let go of the port. */
    @Override
    public void close() throws IOException {
        listener.close();
        try {
            acceptor.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(this::end);
        workers.shutdown();
    }
}
