package io.hansa.it.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One call of a service, told step by step: who, what data, how long; for one thread. */
public final class ServiceCall {
    private final Http http;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Credentials credentials = Credentials.SHOP;
    private BodyPublisher body = BodyPublishers.noBody();

    ServiceCall(Http http, String capability) {
        this.http = http;
        this.path = "/api/v1/services/" + capability;
    }

    public ServiceCall as(Credentials shown) {
        credentials = shown;
        return this;
    }

    public ServiceCall text(String data) {
        body = BodyPublishers.ofString(data);
        return header("Content-Type", "text/plain; charset=utf-8");
    }

    public ServiceCall bytes(byte[] data) {
        body = BodyPublishers.ofByteArray(data);
        return header("Content-Type", "application/octet-stream");
    }

    /** Without a length in front: chunked. */
    public ServiceCall stream(byte[] data) {
        body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(data));
        return header("Content-Type", "application/octet-stream");
    }

    public ServiceCall withinMillis(long millis) {
        return header("Hansa-Timeout-Ms", Long.toString(millis));
    }

    public ServiceCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Reply send() throws IOException {
        return http.send(request());
    }

    public CompletableFuture<Reply> sendAsync() {
        return http.sendAsync(request());
    }

    private HttpRequest.Builder request() {
        HttpRequest.Builder request = http.request(path, credentials).POST(body);
        headers.forEach(request::header);
        return request;
    }
}
