package io.hansa.it.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jose4j.lang.JoseException;

/** A proxy of somebody's own making, which has keys and nothing to offer; known to others as an intranet peer. */
public final class PeerSystem implements AutoCloseable {
    private static final long DRIP_MILLIS = 200;

    private final String id;
    private final String document;
    private final TokenForge keys;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean dripping;
    private final CountDownLatch closed = new CountDownLatch(1);

    public PeerSystem(String id) throws IOException, JoseException {
        this.id = id;
        this.keys = new TokenForge(id, id + "-key");
        this.http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.document = "{\"keys\":[" + keys.publicJwk() + "]}";
        http.setExecutor(threads);
        http.createContext("/.well-known/jwks.json", this::sendKeys);
        answer("/api/v1/capabilities", capabilities());
        http.start();
    }

    /** Signs what this peer would show to other proxies. */
    public TokenForge tokens() {
        return keys;
    }

    /** From now on its key document comes a byte at a time, and never whole. */
    public void drip() {
        dripping = true;
    }

    /** Makes itself known to the proxy. */
    public void introduceTo(ProxySystem proxy) throws IOException {
        proxy.administration().put("/peers/" + id, entry(true)).status(201);
    }

    /** Is let in by the proxy, or not any more. */
    public void enableAt(ProxySystem proxy, boolean enabled) throws IOException {
        proxy.administration().put("/peers/" + id, entry(enabled)).ok();
    }

    private JsonObject entry(boolean enabled) {
        return Json.createObjectBuilder()
                .add("url", "http://127.0.0.1:" + http.getAddress().getPort())
                .add("link", "INTRANET")
                .add("transport", "REST")
                .add("enabled", enabled)
                .build();
    }

    public void takeLeaveOf(ProxySystem proxy) throws IOException {
        proxy.administration().delete("/peers/" + id);
    }

    private String capabilities() {
        return Json.createObjectBuilder()
                .add("proxy", id)
                .add("region", "test")
                .add("organization", "test")
                .add("load", 0.0)
                .add("threshold", 0.9)
                .add("accepting", true)
                .add("capabilities", Json.createArrayBuilder())
                .build()
                .toString();
    }

    private void sendKeys(HttpExchange exchange) throws IOException {
        if (!dripping) {
            send(exchange, document);
            return;
        }
        try (exchange) {
            exchange.sendResponseHeaders(200, document.length());
            for (byte one : document.getBytes(StandardCharsets.UTF_8)) {
                exchange.getResponseBody().write(one);
                exchange.getResponseBody().flush();
                if (closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String path, String json) {
        http.createContext(path, exchange -> send(exchange, json));
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
