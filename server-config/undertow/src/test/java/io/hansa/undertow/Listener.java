package io.hansa.undertow;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * A real listener, set as WildFly's are, with one thread that reads; the workers answer each path
 * with itself. «!» waits until it may go on, «u» gives up HTTP and says so.
 */
final class Listener implements AutoCloseable {
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<String> readByWorkers = new CopyOnWriteArrayList<>();
    private final FailingPool buffers = new FailingPool();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger come = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final Undertow server;

    Listener(int workers) {
        server =
                Undertow.builder()
                        .setIoThreads(1)
                        .setWorkerThreads(workers)
                        .setServerOption(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 30_000)
                        .setByteBufferPool(buffers)
                        .addHttpListener(0, "127.0.0.1")
                        .setHandler(new RequeueHandler(this::come))
                        .build();
        server.start();
    }

    Caller connect() throws IOException {
        InetSocketAddress bound = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return new Caller(new Socket("127.0.0.1", bound.getPort()));
    }

    void goOn() {
        mayGoOn.countDown();
    }

    void noMemoryForRequeued() {
        buffers.failForRequeued();
    }

    /** How many «!» have come to a worker. */
    int held() {
        return held.get();
    }

    /** Tasks that no worker has begun. */
    int waiting() {
        return server.getWorker().getMXBean().getWorkerQueueSize();
    }

    /** Returns when the only worker has done what it had to do, and what followed from that. */
    void workersIdle() {
        for (int i = 0; i < 2; i++) {
            CompletableFuture.runAsync(() -> {}, server.getWorker()).join();
        }
    }

    /**
     * The paths, in the order in which they were answered, and «upgraded» when HTTP was given up.
     */
    List<String> done() {
        return done;
    }

    List<String> readByWorkers() {
        return readByWorkers;
    }

    int closed() {
        return closed.get();
    }

    @Override
    public void close() {
        goOn();
        server.stop();
    }

    private void come(HttpServerExchange exchange) throws IOException {
        if (come.incrementAndGet() == 1) {
            exchange.getConnection().addCloseListener(gone -> closed.incrementAndGet());
        }
        if (exchange.isInIoThread()) {
            exchange.dispatch(this::answer);
        } else {
            readByWorkers.add(path(exchange));
            answer(exchange);
        }
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        String path = path(exchange);
        if (path.equals("!")) {
            held.incrementAndGet();
            try {
                mayGoOn.await();
            } catch (InterruptedException ending) {
                throw new IOException(ending);
            }
        }
        done.add(path);
        if (path.equals("u")) {
            exchange.upgradeChannel((stream, before) -> upgraded(stream));
        } else {
            exchange.getResponseSender().send(path);
        }
    }

    private void upgraded(StreamConnection stream) {
        done.add("upgraded");
        try {
            stream.getSinkChannel()
                    .write(ByteBuffer.wrap("upgraded".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException gone) {
            IoUtils.safeClose(stream);
        }
    }

    private static String path(HttpServerExchange exchange) {
        return exchange.getRequestPath().substring(1);
    }
}
