package io.hansa.it.system;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * A page in a user's browser, which sends the remembered credentials with every request.
 *
 * @param headers that the browser adds of its own
 */
public record Page(ProxySystem proxy, Credentials remembered, Map<String, String> headers) {

    /**
     * @param contentType null: none is said
     */
    public Reply send(String method, String path, String contentType, String body)
            throws IOException {
        Http http = new Http(proxy.base());
        HttpRequest.Builder request =
                http.request(path, remembered)
                        .method(method, body == null ? BodyPublishers.noBody() : Http.text(body));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return http.send(request);
    }

    public Reply get(String path) throws IOException {
        return send("GET", path, null, null);
    }
}
