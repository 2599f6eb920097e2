package io.hansa.grizzly;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.threadpool.GrizzlyExecutorService;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * A real HTTP listener with one worker that answers each request with its path; {@code /hold} waits
 * until it may go on, {@code /wanted} asks for the body, {@code /refused} does not wait for it, and
 * {@code /upgrade} tells what was offered.
 */
final class HttpListener implements AutoCloseable {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Semaphore mayGoOn = new Semaphore(0);
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger incomplete = new AtomicInteger();
    private final GrizzlyExecutorService workers;
    private final TCPNIOTransport transport;
    private final Connection<?> server;

    HttpListener() throws IOException {
        workers =
                GrizzlyExecutorService.createInstance(
                        ThreadPoolConfig.defaultConfig().setCorePoolSize(1).setMaxPoolSize(1));
        transport =
                TCPNIOTransportBuilder.newInstance()
                        .setIOStrategy(RequeueingIOStrategy.getInstance())
                        .setProcessor(
                                FilterChainBuilder.stateless()
                                        .add(new TransportFilter())
                                        .add(parser())
                                        .add(new Answers())
                                        .build())
                        .build();
        transport.setWorkerThreadPool(workers);
        server = transport.bind(new InetSocketAddress("127.0.0.1", 0));
        transport.start();
    }

    @SuppressWarnings("deprecation")
    private static HttpServerFilter parser() {
        return new HttpServerFilter(true, 8192, new KeepAlive(), null);
    }

    Socket connect() throws IOException {
        Socket socket =
                new Socket("127.0.0.1", ((InetSocketAddress) server.getLocalAddress()).getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** How many {@code /hold} have come to the worker. */
    int held() {
        return held.get();
    }

    /** How many requests have come here without their whole body. */
    int heads() {
        return incomplete.get();
    }

    void goOn() {
        mayGoOn.release();
    }

    /** What waits for the worker. */
    int waiting() {
        return workers.getConfiguration().getQueue().size();
    }

    /** The paths in the order in which they were answered. */
    List<String> done() {
        return done;
    }

    @Override
    public void close() throws IOException {
        mayGoOn.release(100);
        transport.shutdownNow();
        workers.shutdownNow();
    }

    private final class Answers extends BaseFilter {
        @Override
        public NextAction handleRead(FilterChainContext context) throws IOException {
            HttpContent content = context.getMessage();
            HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
            String path = request.getRequestURI();
            if ("/wanted".equals(path)
                    && request.getAttribute(ExpectationFilter.CONTINUE) instanceof Runnable send) {
                request.removeAttribute(ExpectationFilter.CONTINUE);
                send.run();
            }
            if (!content.isLast() && !"/refused".equals(path) && !"/upgrade".equals(path)) {
                incomplete.incrementAndGet();
                return context.getStopAction(content);
            }
            if ("/hold".equals(path)) {
                held.incrementAndGet();
                mayGoOn.acquireUninterruptibly();
            }
            done.add(path);
            String answer = "/upgrade".equals(path) ? path + ":" + request.getUpgrade() : path;
            Buffer body = Buffers.wrap(context.getMemoryManager(), answer);
            context.write(
                    HttpContent.builder(request.getResponse()).content(body).last(true).build());
            context.notifyDownstream(HttpServerFilter.RESPONSE_COMPLETE_EVENT);
            return context.getStopAction();
        }
    }
}
