package io.hansa.it.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A simulated proxy that offers one capability and answers as it is told; known to others as an
 * intranet peer.
 */
public final class OfferingPeer implements AutoCloseable {
    private record Answer(int status, Map<String, String> headers, String body) {}

    private final String id;
    private final HttpServer http;
    private volatile Answer answer = new Answer(200, Map.of(), "x");

    public OfferingPeer(String id, String capability) throws IOException {
        this.id = id;
        this.http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Answer information =
                new Answer(
                        200, Map.of("Content-Type", "application/json"), information(capability));
        http.createContext("/api/v1/capabilities", exchange -> send(exchange, information));
        http.createContext("/api/v1/services", exchange -> send(exchange, answer));
        http.start();
    }

    /** The answer to every request from now on. */
    public void answers(int status, Map<String, String> headers, String body) {
        answer = new Answer(status, headers, body);
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
        proxy.administration().deleteAll("/peers/" + id);
    }

    private String information(String capability) {
        return Json.createObjectBuilder()
                .add("proxy", id)
                .add("region", "test")
                .add("organization", "test")
                .add("load", 0.0)
                .add("threshold", 0.9)
                .add("accepting", true)
                .add(
                        "capabilities",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add("name", capability)
                                                .add("via", "local")
                                                .add("available", true)))
                .build()
                .toString();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
