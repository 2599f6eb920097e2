package io.hansa.grizzly;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
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
import org.glassfish.grizzly.threadpool.GrizzlyExecutorService;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * A real listener that takes each byte for a request and answers with the same; «!» waits until it
 * may go on, «~» is answered by another thread.
 */
final class Listener implements AutoCloseable {
    private static final String WORKER = "worker";

    private final Semaphore mayGoOn = new Semaphore(0);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Map<Integer, AtomicInteger> atTheSelector = new ConcurrentHashMap<>();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final Tasks queue = new Tasks();
    private final Map<String, Integer> atTheSelectorWhenCome = new ConcurrentHashMap<>();
    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    private final GrizzlyExecutorService workers;
    private final TCPNIOTransport transport;
    private final Connection<?> server;
    private volatile boolean full;

    Listener(int threads) throws IOException {
        workers =
                GrizzlyExecutorService.createInstance(
                        ThreadPoolConfig.defaultConfig()
                                .setPoolName(WORKER)
                                .setCorePoolSize(threads)
                                .setMaxPoolSize(threads)
                                .setQueue(queue));
        transport =
                TCPNIOTransportBuilder.newInstance()
                        .setIOStrategy(RequeueingIOStrategy.getInstance())
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

    /** The «!» that waits, or the next one. */
    void goOn() {
        mayGoOn.release();
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
        return queue.size();
    }

    /** What workers have been given to do so far. */
    int turns() {
        return queue.put.get();
    }

    /** The requests, in the order in which they were answered. */
    List<String> done() {
        return done;
    }

    /** How many times the selector was told to look after that caller's connection again. */
    int atTheSelector(Socket caller) {
        return atTheSelector.getOrDefault(caller.getLocalPort(), new AtomicInteger()).get();
    }

    /**
     * How many times the selector had been told so of its caller when that request came to a
     * worker.
     */
    int atTheSelectorWhenCame(String request) {
        return atTheSelectorWhenCome.get(request);
    }

    int closed() {
        return closed.get();
    }

    @Override
    public void close() throws IOException {
        goOn();
        transport.shutdownNow();
        workers.shutdownNow();
        elsewhere.shutdownNow();
    }

    private AtomicInteger timesOf(Connection<?> connection) {
        InetSocketAddress peer = (InetSocketAddress) connection.getPeerAddress();
        return atTheSelector.computeIfAbsent(peer.getPort(), first -> new AtomicInteger());
    }

    /** What waits for a worker, and a count of all that ever did. */
    private final class Tasks extends LinkedBlockingQueue<Runnable> {
        private static final long serialVersionUID = 1L;

        private final AtomicInteger put = new AtomicInteger();

        @Override
        public boolean offer(Runnable task) {
            if (full && Thread.currentThread().getName().startsWith(WORKER)) {
                return false;
            }
            put.incrementAndGet();
            return super.offer(task);
        }
    }

    private final class Echo extends BaseFilter {
        @Override
        public NextAction handleRead(FilterChainContext context) throws IOException {
            Buffer data = context.getMessage();
            byte[] requests = new byte[data.remaining()];
            data.get(requests);
            for (byte request : requests) {
                atTheSelectorWhenCome.put(
                        String.valueOf((char) request), timesOf(context.getConnection()).get());
                if (request == '!') {
                    held.incrementAndGet();
                    try {
                        mayGoOn.acquire();
                    } catch (InterruptedException ending) {
                        throw new IOException(ending);
                    }
                }
                done.add(String.valueOf((char) request));
            }
            if (requests[0] == '~') {
                NextAction suspended = context.getSuspendAction();
                context.suspend();
                elsewhere.execute(
                        () -> {
                            context.write(Buffers.wrap(context.getMemoryManager(), requests));
                            context.resume(context.getStopAction());
                        });
                return suspended;
            }
            context.write(Buffers.wrap(context.getMemoryManager(), requests));
            return context.getStopAction();
        }
    }

    private final class Watch extends ConnectionProbe.Adapter {
        @Override
        public void onIOEventEnableEvent(Connection connection, IOEvent event) {
            if (event == IOEvent.READ) {
                timesOf(connection).incrementAndGet();
            }
        }

        @Override
        public void onCloseEvent(Connection connection) {
            closed.incrementAndGet();
        }
    }
}
