package io.hansa.demo.shop.pricing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * HTTP on the loopback address in front of a {@link PriceDesk}, with bounded threads and queue. A
 * request must arrive within ten seconds, so that a slow sender cannot keep a thread.
 */
final class PricingServer implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int QUEUE = 256;

    private final PriceDatabase database;
    private final HttpServer http;
    private final ExecutorService workers;

    private PricingServer(PriceDatabase database, HttpServer http, ExecutorService workers) {
        this.database = database;
        this.http = http;
        this.workers = workers;
    }

    static PricingServer open(int port, Optional<Path> directory, Clock clock)
            throws IOException, SQLException {
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        PriceDatabase database = PriceDatabase.open(directory);
        ExecutorService workers =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(QUEUE),
                        new ThreadPoolExecutor.CallerRunsPolicy());
        PriceDesk desk = new PriceDesk(new H2PriceList(database), clock);
        http.createContext("/quote", new QuoteHandler(desk));
        http.setExecutor(workers);
        http.start();
        return new PricingServer(database, http, workers);
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdown();
        database.close();
    }
}
