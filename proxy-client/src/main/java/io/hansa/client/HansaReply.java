package io.hansa.client;

import io.hansa.client.call.Result;
import io.hansa.client.transport.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A business server's result. Immutable, except for a body that is a stream.
 *
 * @param <B> {@code byte[]}, {@link String}, or {@link java.io.InputStream}
 */
public final class HansaReply<B> {
    private final Answer answer;
    private final B body;
    private final URI proxy;
    private final int attempts;

    HansaReply(Result result, B body) {
        this.answer = result.answer();
        this.body = body;
        this.proxy = result.proxy();
        this.attempts = result.attempts();
    }

    /** The result itself. The program closes a stream; until then it holds a connection. */
    public B body() {
        return body;
    }

    /** The HTTP status: 2xx, or 304 where the request had a condition. */
    public int status() {
        return answer.status();
    }

    /** The media type that the server stated. */
    public Optional<String> contentType() {
        return header("Content-Type");
    }

    /** The first header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return answer.headers().firstValue(name);
    }

    /** All headers; names are found whatever their case. */
    public Map<String, List<String>> headers() {
        return answer.headers().map();
    }

    /** The proxies that the request visited, in order. */
    public List<String> path() {
        return header("Hansa-Path").map(path -> List.of(path.split(","))).orElse(List.of());
    }

    /** The business server whose result this is: {@code proxy/server}. */
    public Optional<String> server() {
        return header("Hansa-Server");
    }

    /** Under which logs and traces of all proxies know the request. */
    public Optional<String> traceId() {
        return header("Hansa-Trace-Id");
    }

    /** The address of the proxy that answered. */
    public URI proxy() {
        return proxy;
    }

    /** How often the request was sent; 1 where the first proxy answered. */
    public int attempts() {
        return attempts;
    }

    /** Without the business data, so that it may be logged. */
    @Override
    public String toString() {
        return "HansaReply[status=%d, server=%s, path=%s, traceId=%s, proxy=%s, attempts=%d]"
                .formatted(
                        status(),
                        server().orElse("?"),
                        String.join(",", path()),
                        traceId().orElse("?"),
                        proxy,
                        attempts);
    }
}
