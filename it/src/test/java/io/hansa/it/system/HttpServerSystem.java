package io.hansa.it.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A business server that speaks HTTP, answers as it is told, and shows what it was asked last. */
public final class HttpServerSystem implements BusinessServer {
    private static final AtomicInteger LAST_ID = new AtomicInteger();
    private static final int NO_BODY = -1;

    private record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

    private record Asked(String uri, Map<String, List<String>> headers, byte[] body) {}

    private final String id = "it-http-" + LAST_ID.incrementAndGet();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer http;
    private volatile Answer answer = new Answer(200, Map.of(), new byte[0]);
    private volatile Asked last;

    public static HttpServerSystem that(int status, Map<String, String> headers, String body)
            throws IOException {
        HttpServerSystem server = new HttpServerSystem();
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        server.answers(status, lists, body.getBytes(StandardCharsets.UTF_8));
        return server;
    }

    /** It answers 200 with nothing until {@link #answers} is called. */
    public HttpServerSystem() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    /** From now on. */
    public void answers(int status, Map<String, List<String>> headers, byte[] body) {
        answer = new Answer(status, headers, body);
    }

    /** Of the last request; null where it had none of that name. */
    public String header(String name) {
        List<String> values = last.headers().get(name);
        return values == null ? null : String.join("; ", values);
    }

    /** Path and query of the last request. */
    public String uri() {
        return last.uri();
    }

    public byte[] body() {
        return last.body();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public JsonObjectBuilder entry(String capability) {
        return Json.createObjectBuilder()
                .add("endpoint", "http://127.0.0.1:" + http.getAddress().getPort() + "/process")
                .add("capabilities", Json.createArrayBuilder().add(capability));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            last =
                    new Asked(
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            body);
            Answer now = answer;
            exchange.getResponseHeaders().putAll(now.headers());
            boolean empty = now.status() == 204 || now.status() == 304;
            exchange.sendResponseHeaders(now.status(), empty ? NO_BODY : now.body().length);
            if (!empty) {
                exchange.getResponseBody().write(now.body());
            }
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
