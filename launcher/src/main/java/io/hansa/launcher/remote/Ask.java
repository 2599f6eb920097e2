package io.hansa.launcher.remote;

import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One request that is being put together. Not thread-safe. */
public final class Ask {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final String method;
    private final StringBuilder path;
    private final HttpRequest.Builder request = HttpRequest.newBuilder();
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();
    private Duration patience = PATIENCE;

    Ask(HttpClient http, URI base, String method, String path) {
        this.http = http;
        this.base = base;
        this.method = method;
        this.path = new StringBuilder(path);
    }

    /** One more segment of the path; what an address keeps for itself is escaped. */
    public Ask segment(String text) {
        path.append('/').append(encoded(text));
        return this;
    }

    /**
     * @param value null: the parameter is left out
     */
    public Ask query(String name, Object value) {
        if (value != null) {
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value.toString()));
        }
        return this;
    }

    /**
     * @param value null: the header is left out
     */
    public Ask header(String name, String value) {
        if (value != null) {
            request.setHeader(name, value);
        }
        return this;
    }

    public Ask body(JsonValue json) {
        return body("application/json", json.toString());
    }

    public Ask body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    public Ask body(String type, byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        return header("Content-Type", type);
    }

    public Ask within(Duration longest) {
        patience = longest;
        return this;
    }

    /**
     * @throws LaunchException with status 3 where there is no answer
     */
    public Answer send() throws InterruptedException {
        try {
            return exchange();
        } catch (IOException silent) {
            String cause = silent.getMessage() == null ? "no connection" : silent.getMessage();
            throw new LaunchException(
                    ExitStatus.UNREACHABLE,
                    "%s did not answer (%s); check the address, and whether the proxy runs."
                            .formatted(base, cause));
        }
    }

    /** The answer, or nothing where there is none; for questions that are asked again. */
    public Optional<Answer> sendIfReachable() throws InterruptedException {
        try {
            return Optional.of(exchange());
        } catch (IOException silent) {
            return Optional.empty();
        }
    }

    private Answer exchange() throws IOException, InterruptedException {
        try {
            request.uri(URI.create(base.toString().replaceAll("/+$", "") + path));
        } catch (IllegalArgumentException noAddress) {
            throw new LaunchException(
                    ExitStatus.USAGE, "%s is not an http or https address.".formatted(base));
        }
        return Answer.of(
                http.send(
                        request.timeout(patience).method(method, body).build(),
                        BodyHandlers.ofByteArray()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
