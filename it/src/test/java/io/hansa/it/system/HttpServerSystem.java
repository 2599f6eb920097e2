package io.hansa.it.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A business server that speaks HTTP and says the same to everybody. */
public final class HttpServerSystem implements BusinessServer {
    private static final AtomicInteger LAST_ID = new AtomicInteger();

    private final String id = "it-http-" + LAST_ID.incrementAndGet();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer http;

    private HttpServerSystem(int status, Map<String, String> headers, String body)
            throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> answer(exchange, status, headers, body));
        http.start();
    }

    public static HttpServerSystem that(int status, Map<String, String> headers, String body)
            throws IOException {
        return new HttpServerSystem(status, headers, body);
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

    private void answer(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
