package io.hansa.it.calling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hansa.it.system.BusinessServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A business server over HTTP that counts how often it got each request. For many threads. */
final class CountingServer implements BusinessServer {
    private final Map<String, Integer> executions = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;

    CountingServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::execute);
        http.start();
    }

    private void execute(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        executions.merge(new String(body, StandardCharsets.UTF_8), 1, Integer::sum);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    int executions(String request) {
        return executions.getOrDefault(request, 0);
    }

    /** The requests that begin so and were executed more than once. */
    List<String> executedTwice(String prefix) {
        return executions.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix) && one.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String id() {
        return "counting";
    }

    @Override
    public int requests() {
        return executions.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public JsonObjectBuilder entry(String capability) {
        return Json.createObjectBuilder()
                .add("endpoint", "http://127.0.0.1:" + http.getAddress().getPort() + "/")
                .add("capabilities", Json.createArrayBuilder().add(capability).add("calling.twice"))
                .add("maxConcurrent", 1000);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
