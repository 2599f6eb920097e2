package io.hansa.it.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jose4j.lang.JoseException;

/** A proxy of somebody's own making, which has keys and nothing to offer; known to others as an intranet peer. */
public final class PeerSystem implements AutoCloseable {
    private final String id;
    private final TokenForge keys;
    private final HttpServer http;

    public PeerSystem(String id) throws IOException, JoseException {
        this.id = id;
        this.keys = new TokenForge(id, id + "-key");
        this.http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/.well-known/jwks.json", "{\"keys\":[" + keys.publicJwk() + "]}");
        answer("/api/v1/capabilities", capabilities());
        http.start();
    }

    /** Signs what this peer would show to other proxies. */
    public TokenForge tokens() {
        return keys;
    }

    /** Makes itself known to the proxy. */
    public void introduceTo(ProxySystem proxy) throws IOException {
        proxy.administration()
                .put(
                        "/peers/" + id,
                        Json.createObjectBuilder()
                                .add("url", "http://127.0.0.1:" + http.getAddress().getPort())
                                .add("link", "INTRANET")
                                .add("transport", "REST")
                                .build())
                .status(201);
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
        http.stop(0);
    }
}
