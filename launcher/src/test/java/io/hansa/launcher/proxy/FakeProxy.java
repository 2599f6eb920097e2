package io.hansa.launcher.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it is told to and remembers what it was asked. */
public final class FakeProxy implements AutoCloseable {

    private record Answer(int status, String body, Map<String, String> headers) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final List<String> types = new CopyOnWriteArrayList<>();
    private final HttpServer http;

    public FakeProxy() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    public void answers(String path, int status, String body) {
        answers(path, status, body, Map.of());
    }

    public void answers(String path, int status, String body, Map<String, String> headers) {
        answers.put(path, new Answer(status, body, headers));
    }

    /** Each request as {@code METHOD path authorization timeout body}. */
    public List<String> asked() {
        return asked;
    }

    /** Path and query of each request, escaped as they came. */
    public List<String> addresses() {
        return addresses;
    }

    /** The Content-Type of each request. */
    public List<String> types() {
        return types;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            addresses.add(exchange.getRequestURI().toString());
            types.add(String.valueOf(headers.getFirst("Content-Type")));
            asked.add(
                    String.join(
                            " ",
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            String.valueOf(headers.getFirst("Authorization")),
                            String.valueOf(headers.getFirst("Hansa-Timeout-Ms")),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            Answer answer =
                    answers.getOrDefault(
                            exchange.getRequestURI().getPath(), new Answer(404, "{}", Map.of()));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
