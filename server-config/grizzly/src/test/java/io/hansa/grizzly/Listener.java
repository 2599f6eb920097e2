package io.hansa.grizzly;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;

/** A real listener that takes each byte for a request and answers with the same; «!» waits until it may go on. */
final class Listener implements AutoCloseable {
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Map<Integer, AtomicInteger> atTheSelector = new ConcurrentHashMap<>();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final ThreadPoolExecutor workers;
    private final TCPNIOTransport transport;
    private final Connection<?> server;
    private volatile boolean full;

    Listener(int threads) throws IOException {
        workers =
                new ThreadPoolExecutor(
                        threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
                    @Override
                    public void execute(Runnable task) {
                        if (full && Thread.currentThread().getName().startsWith("pool-")) {
                            throw new RejectedExecutionException("full");
                        }
                        super.execute(task);
                    }
                };
        transport =
                TCPNIOTransportBuilder.newInstance()
                        .setIOStrategy(TurnsIOStrategy.getInstance())
                        .setProcessor(
                                FilterChainBuilder.stateless()
                                        .add(new TransportFilter())
                                        .add(new Echo())
                                        .build())
                        .build();
        transport.setWorkerThreadPool(workers);
        transport.getConnectionMonitoringConfig().addProbes(new Watch());
        server = transport.bind(new InetSocketAddress("127.0.0.1", 0));
        transport.start();
    }

    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private int port() {
        return server.getLocalAddress() instanceof InetSocketAddress bound ? bound.getPort() : 0;
    }

    void goOn() {
        mayGoOn.countDown();
    }

    /** From now on, nothing that a worker puts there finds room in the queue. */
    void fill() {
        full = true;
    }

    /** How many «!» have come to a worker. */
    int held() {
        return held.get();
    }

    int waiting() {
        return workers.getQueue().size();
    }

    /** What workers have been given to do so far. */
    long turns() {
        return workers.getTaskCount();
    }

    /** The requests, in the order in which they were answered. */
    List<String> done() {
        return done;
    }

    /** How many times the selector was told to look after that caller's connection again. */
    int atTheSelector(Socket caller) {
        return atTheSelector.getOrDefault(caller.getLocalPort(), new AtomicInteger()).get();
    }

    int closed() {
        return closed.get();
    }

    @Override
    public void close() throws IOException {
        goOn();
        transport.shutdownNow();
        workers.shutdownNow();
    }

    private final class Echo extends BaseFilter {
        @Override
        public NextAction handleRead(FilterChainContext context) throws IOException {
            Buffer data = context.getMessage();
            byte[] requests = new byte[data.remaining()];
            data.get(requests);
            for (byte request : requests) {
                if (request == '!') {
                    held.incrementAndGet();
                    try {
                        mayGoOn.await();
                    } catch (InterruptedException ending) {
                        throw new IOException(ending);
                    }
                }
                done.add(String.valueOf((char) request));
            }
            context.write(Buffers.wrap(context.getMemoryManager(), requests));
            return context.getStopAction();
        }
    }

    private final class Watch extends ConnectionProbe.Adapter {
        @Override
        public void onIOEventEnableEvent(Connection connection, IOEvent event) {
            if (event == IOEvent.READ
                    && connection.getPeerAddress() instanceof InetSocketAddress peer) {
                atTheSelector
                        .computeIfAbsent(peer.getPort(), first -> new AtomicInteger())
                        .incrementAndGet();
            }
        }

        @Override
        public void onCloseEvent(Connection connection) {
            closed.incrementAndGet();
        }
    }
}
