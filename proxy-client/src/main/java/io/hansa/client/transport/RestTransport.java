package io.hansa.client.transport;

import io.hansa.client.document.CapabilityInformation;
import io.hansa.client.document.Members;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * REST over {@code java.net.http}. Each proxy has an {@link HttpClient} of its own, so that the
 * connections to one that restarts can be given up: the JDK has no other way to close idle ones.
 */
public final class RestTransport implements Transport {
    private static final int MAX_DOCUMENT = 4 << 20;
    private static final int MAX_ADDRESSES = 10_000;

    private final URI proxy;
    private final String base;
    private final RestSettings settings;
    private final ConcurrentHashMap<String, URI> addresses = new ConcurrentHashMap<>();
    private final BodyHandler<Object> whole;
    private final BodyHandler<Object> streamed;
    private volatile HttpClient http;

    /** Whether anything at that address ever answered. */
    private volatile boolean answered;

    public RestTransport(URI proxy, RestSettings settings) {
        this.proxy = proxy;
        this.base = proxy.toString().replaceAll("/+$", "");
        this.settings = settings;
        this.http = settings.connect();
        this.whole =
                head ->
                        new BoundedBytes(
                                RestReplies.isResult(head.statusCode())
                                        ? settings.maxReplyBytes()
                                        : MAX_DOCUMENT);
        this.streamed =
                head ->
                        RestReplies.isResult(head.statusCode())
                                ? BodySubscribers.mapping(
                                        BodySubscribers.ofInputStream(), Object.class::cast)
                                : new BoundedBytes(MAX_DOCUMENT);
    }

    @Override
    public Exchange exchange(Order order, String authorization, Duration timeout) {
        CompletableFuture<HttpResponse<Object>> sent =
                http.sendAsync(request(order, authorization, timeout), handler(order));
        return new Exchange(sent.handle(this::answer), () -> sent.cancel(true));
    }

    @Override
    public Exchange exchangeHere(Order order, String authorization, Duration timeout) {
        HttpRequest request = request(order, authorization, timeout);
        HttpClient client = http;
        SentHere<HttpResponse<Object>> sent =
                new SentHere<>(() -> client.send(request, handler(order)));
        return new Exchange(sent.reply().handle(this::answer), sent::abandon, sent::perform);
    }

    private BodyHandler<Object> handler(Order order) {
        return order.streamed() ? streamed : whole;
    }

    private HttpRequest request(Order order, String authorization, Duration timeout) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service(order.capability()))
                        .POST(order.payload().publisher())
                        .timeout(timeout)
                        .header("Hansa-Timeout-Ms", Long.toString(Math.max(1, timeout.toMillis())));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        order.headers().forEach(request::setHeader);
        return request.build();
    }

    private Answer answer(HttpResponse<Object> reply, Throwable failure) {
        if (failure != null) {
            throw TlsFailures.explained(proxy, RestReplies.failed(proxy, failure), answered);
        }
        answered = true;
        if (!RestReplies.isResult(reply.statusCode())) {
            throw RestReplies.refused(proxy, reply);
        }
        return new Answer(reply.statusCode(), reply.headers(), reply.body());
    }

    /** Capabilities that a program names are few; where they are not, the map begins again. */
    private URI service(String capability) {
        URI known = addresses.get(capability);
        if (known != null) {
            return known;
        }
        if (addresses.size() >= MAX_ADDRESSES) {
            addresses.clear();
        }
        return addresses.computeIfAbsent(
                capability,
                name ->
                        URI.create(
                                base
                                        + "/api/v1/services/"
                                        + URLEncoder.encode(name, StandardCharsets.UTF_8)));
    }

    @Override
    public CompletableFuture<Told> information(String tag, Duration timeout) {
        HttpRequest.Builder request = document("/api/v1/capabilities", timeout).GET();
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return http.sendAsync(request.build(), whole)
                .handle((reply, failure) -> told(reply, failure, tag));
    }

    private Told told(HttpResponse<Object> reply, Throwable failure, String tag) {
        Answer answer = answer(reply, failure);
        if (answer.status() == 304) {
            return new Told(null, tag);
        }
        return new Told(
                CapabilityInformation.read(text(answer)),
                answer.headers().firstValue("ETag").orElse(null));
    }

    @Override
    public CompletableFuture<Token> token(String basic, Duration timeout) {
        HttpRequest request =
                document("/api/v1/token", timeout)
                        .header("Authorization", basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return http.sendAsync(request, whole)
                .handle((reply, failure) -> token(Members.read(text(answer(reply, failure)))));
    }

    private static Token token(Members document) {
        String value = document.text("access_token", "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the reply has no access_token");
        }
        return new Token(value, Duration.ofSeconds((long) document.number("expires_in", 60)));
    }

    private HttpRequest.Builder document(String path, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Accept", "application/json");
    }

    private static String text(Answer answer) {
        return new String((byte[]) answer.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void reconnect() {
        http = settings.connect();
    }
}
