package io.hansa.it.system;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;

/**
 * A proxy's administration API as its administrator uses it. Paths begin behind {@code
 * /api/v1/admin}.
 */
public final class Administration {
    private final Http http;
    private final Credentials credentials;

    Administration(Http http, Credentials credentials) {
        this.http = http;
        this.credentials = credentials;
    }

    public Reply get(String path) throws IOException {
        return http.send(request(path).GET());
    }

    public Reply put(String path, JsonObject json) throws IOException {
        return http.send(written(path).PUT(Http.text(json.toString())));
    }

    /** With a document that no builder makes. */
    public Reply putText(String path, String json) throws IOException {
        return http.send(written(path).PUT(Http.text(json)));
    }

    /**
     * @param tag the {@code ETag} of what is to be replaced
     */
    public Reply putIfMatch(String path, JsonObject json, String tag) throws IOException {
        return http.send(written(path).header("If-Match", tag).PUT(Http.text(json.toString())));
    }

    public Reply post(String path, JsonObject json) throws IOException {
        return http.send(written(path).POST(Http.text(json.toString())));
    }

    public Reply delete(String path) throws IOException {
        return http.send(request(path).DELETE());
    }

    /** With all that names the item. */
    public Reply deleteAll(String path) throws IOException {
        return delete(path + "?cascade=true");
    }

    /** With a part of the item. (RFC 7396) */
    public Reply patch(String path, JsonObject json) throws IOException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", Http.text(json.toString())));
    }

    /** With a text of that content type. */
    public Reply post(String path, String contentType, String text) throws IOException {
        return http.send(request(path).header("Content-Type", contentType).POST(Http.text(text)));
    }

    /** In the representation of that media type. */
    public Reply get(String path, String accept) throws IOException {
        return http.send(request(path).header("Accept", accept).GET());
    }

    private HttpRequest.Builder written(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return http.request("/api/v1/admin" + path, credentials);
    }
}
