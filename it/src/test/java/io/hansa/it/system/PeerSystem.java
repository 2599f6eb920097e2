package io.hansa.it.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jose4j.lang.JoseException;

/**
 * A simulated proxy, known to others over plain HTTP. It has keys, announces what it is told to,
 * echoes each request, and keeps what it received. Safe for many threads.
 */
public final class PeerSystem implements AutoCloseable {
    private static final long DRIP_MILLIS = 200;

    private final String id;
    private final String document;
    private final TokenForge keys;
    private final HttpServer http;
    private final List<String> announced;
    private final List<JsonObject> shown = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean dripping;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param announced the capabilities that it says its own servers have
     */
    public PeerSystem(String id, String... announced) throws IOException, JoseException {
        this.announced = List.of(announced);
        this.id = id;
        this.keys = new TokenForge(id, id + "-key");
        this.http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.document = "{\"keys\":[" + keys.publicJwk() + "]}";
        http.setExecutor(threads);
        http.createContext("/.well-known/jwks.json", this::sendKeys);
        answer("/api/v1/capabilities", capabilities());
        http.createContext("/api/v1/services/", this::serve);
        http.start();
    }

    public String id() {
        return id;
    }

    /** The claims of the tokens with which services were asked of it, in order. */
    public List<JsonObject> shown() {
        return shown;
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String token = exchange.getRequestHeaders().getFirst("Authorization").split("[ .]")[2];
        String claims = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        try (var reader = Json.createReader(new StringReader(claims))) {
            shown.add(reader.readObject());
        }
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.getResponseHeaders().set("Hansa-Server", id + "/forged");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Signs what this peer would show to other proxies. */
    public TokenForge tokens() {
        return keys;
    }

    /** From now on its key document comes a byte at a time, and never whole. */
    public void drip() {
        dripping = true;
    }

    /** Makes itself known to the proxy, as one of the same organization. */
    public void introduceTo(ProxySystem proxy) throws IOException {
        introduceTo(proxy, Json.createObjectBuilder());
    }

    /**
     * The proxy has its key when this returns, unless it drips.
     *
     * @param more members of the entry, such as its organization
     */
    public void introduceTo(ProxySystem proxy, JsonObjectBuilder more) throws IOException {
        enter(proxy, entry(more, true));
        if (!dripping) {
            await("the key of " + id + " is there").until(() -> isKnownTo(proxy));
        }
    }

    private boolean isKnownTo(ProxySystem proxy) throws IOException, JoseException {
        Reply reply =
                proxy.call("known.to.nobody")
                        .as(Credentials.bearer(keys.sign("nobody", proxy.id())))
                        .text("")
                        .send();
        return reply.status() != 401;
    }

    private void enter(ProxySystem proxy, JsonObject entry) throws IOException {
        int status = proxy.administration().put("/peers/" + id, entry).status();
        assertThat(status).isIn(200, 201);
    }

    /** Is let in by the proxy, or not any more. */
    public void enableAt(ProxySystem proxy, boolean enabled) throws IOException {
        enter(proxy, entry(Json.createObjectBuilder(), enabled));
    }

    private JsonObject entry(JsonObjectBuilder more, boolean enabled) {
        return more.add("url", "http://127.0.0.1:" + http.getAddress().getPort())
                .add("link", "INTRANET")
                .add("transport", "REST")
                .add("enabled", enabled)
                .build();
    }

    public void takeLeaveOf(ProxySystem proxy) throws IOException {
        proxy.administration().deleteAll("/peers/" + id);
    }

    private String capabilities() {
        return Json.createObjectBuilder()
                .add("proxy", id)
                .add("region", "test")
                .add("organization", "test")
                .add("load", 0.0)
                .add("threshold", 0.9)
                .add("accepting", true)
                .add("capabilities", offered())
                .build()
                .toString();
    }

    private JsonArrayBuilder offered() {
        JsonArrayBuilder offered = Json.createArrayBuilder();
        for (String name : announced) {
            offered.add(
                    Json.createObjectBuilder()
                            .add("name", name)
                            .add("priority", "NORMAL")
                            .add("via", "local")
                            .add("available", true));
        }
        return offered;
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
