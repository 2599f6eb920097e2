package io.hansa.it.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** What a node of an application server answers over HTTP. */
public record NodeSite(URI base) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static NodeSite onPort(int port) {
        return new NodeSite(URI.create("http://127.0.0.1:" + port));
    }

    public HttpResponse<String> post(String path, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /**
     * @param path answers 200 when the node is up
     * @param process ends early where it cannot start
     */
    public void awaitAnswer(String path, Process process, Path log) {
        await("the node is up, see " + log)
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new IllegalStateException("The node ended; see " + log);
                            }
                            return send(HttpRequest.newBuilder(base.resolve(path)).build())
                                            .statusCode()
                                    == 200;
                        });
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The test is being stopped.", stopping);
        }
    }
}
