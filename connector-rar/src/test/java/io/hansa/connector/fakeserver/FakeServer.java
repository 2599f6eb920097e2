package io.hansa.connector.fakeserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A business server on a free port of the loopback interface. */
public final class FakeServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Manners manners;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch left = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "fake-server");
                        thread.setDaemon(true);
                        return thread;
                    });

    private FakeServer(Manners manners, ServerSocket listener) {
        this.manners = manners;
        this.listener = listener;
    }

    public static FakeServer with(Manners manners) throws IOException {
        return with(manners, ServerSocketFactory.getDefault());
    }

    /** At another address than the usual one. */
    public static FakeServer at(InetAddress address, int port, Manners manners) throws IOException {
        return with(manners, new ServerSocket(port, 200, address));
    }

    /** In TLS, with the keys of the context. */
    public static FakeServer withTls(SSLContext context, Manners manners) throws IOException {
        return with(manners, context.getServerSocketFactory());
    }

    /** In TLS, and only for callers that show a certificate which the context trusts. */
    public static FakeServer withMutualTls(SSLContext context, Manners manners) throws IOException {
        FakeServer server = withTls(context, manners);
        ((SSLServerSocket) server.listener).setNeedClientAuth(true);
        return server;
    }

    private static FakeServer with(Manners manners, ServerSocketFactory sockets)
            throws IOException {
        return with(manners, sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    }

    private static FakeServer with(Manners manners, ServerSocket listener) {
        FakeServer server = new FakeServer(manners, listener);
        server.threads.execute(server::accept);
        return server;
    }

    /** An address that refuses connections. */
    public static URI refusing() throws IOException {
        try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("tcp://127.0.0.1:" + closedSoon.getLocalPort());
        }
    }

    public URI endpoint() {
        return URI.create("tcp://127.0.0.1:" + listener.getLocalPort());
    }

    public URI tlsEndpoint(String host) {
        return URI.create("tls://" + host + ":" + listener.getLocalPort());
    }

    public URI httpEndpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/service");
    }

    /**
     * Takes no more connections; those that are open go on. The system keeps the port open while a
     * thread is within accept, so this returns when that thread has come out.
     */
    public void refuse() throws IOException {
        listener.close();
        try {
            if (!left.await(10, TimeUnit.SECONDS)) {
                throw new IOException("The fake server's thread still accepts connections.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Connections so far. */
    public int accepted() {
        return accepted.get();
    }

    /** Connections that neither side has closed. */
    public int open() {
        return open.size();
    }

    /** Closes all connections and goes on accepting. */
    public void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
        hangUp();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                open.add(socket);
                int number = accepted.incrementAndGet();
                threads.execute(() -> serve(socket, number));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new IllegalStateException("The fake server cannot accept.", e);
            }
        } finally {
            left.countDown();
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            manners.serve(new Caller(socket, number));
        } catch (IOException e) {
            // The test closed this connection, or its caller did: both are what the test is about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }
}
