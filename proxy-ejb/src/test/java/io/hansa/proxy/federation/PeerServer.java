package io.hansa.proxy.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer that answers every question with what was said last, whole or byte by byte. */
final class PeerServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private volatile String body = "{}";
    private volatile boolean drips;

    PeerServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    void answers(int itsStatus, String itsBody) {
        status = itsStatus;
        body = itsBody;
        drips = false;
    }

    /** One byte, and then nothing for as long as the test lasts. */
    void drips() {
        drips = true;
    }

    int asked() {
        return asked.get();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Peer peer(String id) {
        return new Peer(id, url(), Peer.Link.INTRANET, Peer.Transport.REST, true, 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, drips ? 1000 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (drips) {
                out.write('{');
                out.flush();
                closed.await();
            }
            out.write(bytes);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
