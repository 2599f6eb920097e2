package io.hansa.client.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Answers in the form of a proxy. */
final class Exchanges {
    private static final int NO_BODY = -1;

    private Exchanges() {}

    static void answer(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    static void json(HttpExchange exchange, int status, String json) throws IOException {
        answer(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    static void problem(HttpExchange exchange, Fault fault) throws IOException {
        Duration pause = fault.after();
        if (pause != null) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(pause.toSeconds()));
        }
        String trace = traceId(exchange);
        exchange.getResponseHeaders().set("Hansa-Trace-Id", trace);
        String json =
                ("{\"type\":\"urn:hansa:error:%s\",\"title\":\"t\",\"status\":%d,\"detail\":\"a fault of the test\","
                                + "\"code\":\"%s\",\"traceId\":\"%s\",\"effect\":\"%s\"}")
                        .formatted(
                                fault.code(), fault.status(), fault.code(), trace, fault.effect());
        answer(
                exchange,
                fault.status(),
                "application/problem+json",
                json.getBytes(StandardCharsets.UTF_8));
    }

    static String traceId(HttpExchange exchange) {
        String traceparent = exchange.getRequestHeaders().getFirst("traceparent");
        return traceparent == null ? "0".repeat(32) : traceparent.split("-")[1];
    }

    static Map<String, List<String>> headers(HttpExchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }
}
