package io.hansa.launcher.proxy;

import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** One proxy's HTTP address. Thread-safe; every call is bounded by a timeout. */
public final class ProxyClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PROBE = Duration.ofSeconds(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    private final URI base;

    public ProxyClient(URI base) {
        this.base = base;
    }

    /** Whether {@code /health/ready} answers 200; an unreachable proxy is not ready. */
    public boolean ready() throws InterruptedException {
        try {
            return send(request("/health/ready").timeout(PROBE)).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The capability information, or nothing when the proxy does not answer with it. */
    public Optional<JsonObject> capabilities() throws InterruptedException {
        try {
            var reply = send(request("/api/v1/capabilities").timeout(PROBE));
            return reply.statusCode() == 200 ? Optional.of(json(reply.body())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Sends one entry to the administration API.
     *
     * @throws LaunchException with the proxy's own words when it refuses
     */
    public void enter(AdminEntry entry, Credentials administrator) throws InterruptedException {
        HttpResponse<String> reply =
                answerTo(
                        request("/api/v1/admin" + entry.path())
                                .header("Authorization", administrator.header())
                                .header("Content-Type", "application/json")
                                .method(
                                        entry.method(),
                                        BodyPublishers.ofString(entry.body().toString())));
        if (reply.statusCode() / 100 != 2) {
            throw new LaunchException(
                    "%s refused %s %s with status %d; see its log. It says: %s"
                            .formatted(
                                    base,
                                    entry.method(),
                                    entry.path(),
                                    reply.statusCode(),
                                    reply.body()));
        }
    }

    /** A bearer token for the account, by OAuth 2 client credentials. (RFC 6749, 4.4) */
    public String token(Credentials account) throws InterruptedException {
        HttpResponse<String> reply =
                answerTo(
                        request("/api/v1/token")
                                .header("Authorization", account.header())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        try {
            return json(reply.body()).getString("access_token");
        } catch (IOException | RuntimeException e) {
            throw new LaunchException(
                    "%s gave %s no token but status %d; see its log."
                            .formatted(base, account, reply.statusCode()),
                    e);
        }
    }

    /**
     * Its metrics as Prometheus text.
     *
     * @throws IOException also where it answers with something else
     */
    public String metrics() throws IOException, InterruptedException {
        var reply = send(request("/metrics"));
        if (reply.statusCode() != 200) {
            throw new IOException("status " + reply.statusCode());
        }
        return reply.body();
    }

    /** The proxy's part of a trace, or nothing when it has none. */
    public Optional<JsonObject> trace(String traceId, Credentials administrator)
            throws IOException, InterruptedException {
        var reply =
                answerTo(
                        request("/api/v1/admin/traces/" + traceId)
                                .header("Authorization", administrator.header()));
        return reply.statusCode() == 200 ? Optional.of(json(reply.body())) : Optional.empty();
    }

    /** Asks for a capability with text as business data. */
    public ServiceReply ask(String capability, String data, Credentials account, Duration patience)
            throws IOException, InterruptedException {
        return ServiceReply.of(
                answerTo(
                        request("/api/v1/services/" + capability)
                                .timeout(patience.plus(CONNECT))
                                .header("Authorization", account.header())
                                .header("Content-Type", "text/plain; charset=utf-8")
                                .header("Hansa-Timeout-Ms", Long.toString(patience.toMillis()))
                                .POST(BodyPublishers.ofString(data))));
    }

    private HttpResponse<String> answerTo(HttpRequest.Builder request) throws InterruptedException {
        try {
            return send(request);
        } catch (IOException e) {
            throw new LaunchException(
                    base + " did not answer (" + e.getMessage() + "); see its log, and try again.",
                    e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject json(String text) throws IOException {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            throw new IOException("Expected JSON: " + e.getMessage(), e);
        }
    }
}
