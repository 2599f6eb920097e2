package io.hansa.client.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The HTTP server of a fake proxy. */
final class FakeServer {
    private static final String SERVICES = "/api/v1/services/";
    private static final Fault UNAUTHENTICATED =
            Fault.problem(401, "authentication-failed", "NONE");

    static {
        // Without it each reply waits 40 ms for the acknowledgement of its head (JDK-7068416).
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final AtomicReference<Offering> offering;
    private final Listening listening;
    private final Faults faults = new Faults();
    private final FakeTokens tokens = new FakeTokens();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger documentsAsked = new AtomicInteger();
    private final AtomicInteger documentsUnchanged = new AtomicInteger();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private HttpServer http;
    private ExecutorService threads;
    private int port;

    private FakeServer(String id, Listening listening) {
        this.offering = new AtomicReference<>(Offering.of(id));
        this.listening = listening;
    }

    static FakeServer start(String id, Listening listening) {
        FakeServer server = new FakeServer(id, listening);
        server.listen();
        return server;
    }

    private void listen() {
        http = listening.at(port);
        port = http.getAddress().getPort();
        threads = Executors.newCachedThreadPool();
        http.setExecutor(threads);
        http.createContext("/api/v1/capabilities", this::document);
        http.createContext("/api/v1/token", this::token);
        http.createContext(SERVICES, this::serve);
        http.start();
    }

    URI uri() {
        return URI.create(listening.scheme() + "://127.0.0.1:" + port);
    }

    Offering offering() {
        return offering.get();
    }

    void tell(UnaryOperator<Offering> change) {
        offering.updateAndGet(change);
    }

    Faults faults() {
        return faults;
    }

    FakeTokens tokens() {
        return tokens;
    }

    List<Received> received() {
        return received;
    }

    int documentsAsked() {
        return documentsAsked.get();
    }

    int documentsUnchanged() {
        return documentsUnchanged.get();
    }

    private void document(HttpExchange exchange) throws IOException {
        documentsAsked.incrementAndGet();
        awaitResumed();
        String document = offering.get().document();
        String tag = "\"" + Integer.toHexString(document.hashCode()) + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            documentsUnchanged.incrementAndGet();
            Exchanges.answer(exchange, 304, "application/json", new byte[0]);
        } else {
            Exchanges.json(exchange, 200, document);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        awaitResumed();
        exchange.getRequestBody().readAllBytes();
        Exchanges.json(exchange, 200, tokens.issue(offering.get().id()));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String capability = exchange.getRequestURI().getPath().substring(SERVICES.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(new Received(capability, Exchanges.headers(exchange), body));
        awaitResumed();
        if (!tokens.accepts(exchange.getRequestHeaders().getFirst("Authorization"))) {
            Exchanges.problem(exchange, UNAUTHENTICATED);
            return;
        }
        Fault fault = faults.take();
        if (fault == null) {
            echo(exchange, capability, body);
        } else {
            misbehave(exchange, fault, body);
        }
    }

    private void misbehave(HttpExchange exchange, Fault fault, byte[] body) throws IOException {
        switch (fault.kind()) {
            case PROBLEM -> Exchanges.problem(exchange, fault);
            case FOREIGN_PAGE ->
                    Exchanges.answer(
                            exchange, fault.status(), "text/html", "<html/>".getBytes("UTF-8"));
            case DISCONNECT -> exchange.close();
            case SLOW -> {
                pause(fault.after().toMillis());
                echo(exchange, "slow", body);
            }
            case SILENCE -> pause(TimeUnit.MINUTES.toMillis(1));
        }
    }

    private void echo(HttpExchange exchange, String capability, byte[] body) throws IOException {
        String id = offering.get().id();
        exchange.getResponseHeaders().set("Hansa-Path", id);
        exchange.getResponseHeaders().set("Hansa-Server", id + "/" + capability + "-1");
        exchange.getResponseHeaders().set("Hansa-Trace-Id", Exchanges.traceId(exchange));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        Exchanges.answer(exchange, 200, type == null ? "text/plain" : type, body);
    }

    private void pause(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitResumed() {
        try {
            answers.await();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    void hang() {
        answers = new CountDownLatch(1);
    }

    void resume() {
        CountDownLatch waiting = answers;
        answers = new CountDownLatch(0);
        waiting.countDown();
    }

    void kill() {
        if (http != null) {
            http.stop(0);
            http = null;
            threads.shutdownNow();
        }
    }

    void restart() {
        kill();
        resume();
        faults.clear();
        listen();
    }

    void reset() {
        resume();
        faults.clear();
        received.clear();
        if (http == null) {
            listen();
        }
    }
}
