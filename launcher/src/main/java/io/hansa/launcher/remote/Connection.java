package io.hansa.launcher.remote;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** One proxy, and as whom it is asked. Thread-safe. */
public final class Connection {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    private final URI base;
    private final String authorization;

    /**
     * @param authorization the header's value; null: none
     */
    public Connection(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    public URI base() {
        return base;
    }

    public Ask get(String path) {
        return ask("GET", path);
    }

    public Ask put(String path) {
        return ask("PUT", path);
    }

    public Ask post(String path) {
        return ask("POST", path);
    }

    public Ask patch(String path) {
        return ask("PATCH", path);
    }

    public Ask delete(String path) {
        return ask("DELETE", path);
    }

    public Ask ask(String method, String path) {
        return new Ask(HTTP, base, method, path).header("Authorization", authorization);
    }
}
