package io.hansa.it.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/**
 * Requests to one base URL, with paths sent as they are written; no request takes longer than
 * {@value #LONGEST_SECONDS} seconds.
 */
final class Http {
    private static final int LONGEST_SECONDS = 30;

    private final URI base;
    private final HttpClient client;

    Http(URI base) {
        this(base, HttpClient.newBuilder());
    }

    /**
     * @param tls what the client shows and whom it believes
     */
    Http(URI base, SSLContext tls) {
        this(base, HttpClient.newBuilder().sslContext(tls));
    }

    private Http(URI base, HttpClient.Builder builder) {
        this.base = base;
        this.client =
                builder.version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    URI base() {
        return base;
    }

    HttpRequest.Builder request(String path, Credentials credentials) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(LONGEST_SECONDS));
        return credentials.header() == null
                ? request
                : request.header("Authorization", credentials.header());
    }

    Reply get(String path, Credentials credentials) throws IOException {
        return send(request(path, credentials).GET());
    }

    Reply post(String path, Credentials credentials, String contentType, String body)
            throws IOException {
        return send(
                request(path, credentials).header("Content-Type", contentType).POST(text(body)));
    }

    static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    Reply send(HttpRequest.Builder request) throws IOException {
        try {
            return new Reply(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("The test was interrupted while a proxy worked.", interrupted);
        }
    }

    CompletableFuture<Reply> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray()).thenApply(Reply::new);
    }
}
