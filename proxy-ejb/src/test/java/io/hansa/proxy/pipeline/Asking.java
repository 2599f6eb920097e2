package io.hansa.proxy.pipeline;

import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.PathSuffix;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.tracing.TraceContext;
import java.nio.charset.StandardCharsets;

/** A request while a test still makes it up. */
final class Asking {
    private final String capability;
    private String authorization;
    private IngressPoint arrival = IngressPoint.INTRANET;
    private Body body = max -> new byte[0];
    private long timeoutMillis;
    private String visited;
    private String key;
    private String originKey;
    private EndToEndHeaders headers = EndToEndHeaders.NONE;
    private PathSuffix suffix = PathSuffix.NONE;
    private TraceContext trace = TraceContext.continuing(null);

    Asking(String capability) {
        this.capability = capability;
    }

    Asking by(String token) {
        authorization = token;
        return this;
    }

    Asking over(IngressPoint by) {
        arrival = by;
        return this;
    }

    Asking data(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return body(Body.of(bytes));
    }

    Asking body(Body comingIn) {
        body = comingIn;
        return this;
    }

    Asking within(long millis) {
        timeoutMillis = millis;
        return this;
    }

    Asking visited(String way) {
        visited = way;
        return this;
    }

    Asking key(String idempotencyKey) {
        key = idempotencyKey;
        return this;
    }

    Asking originKey(String told) {
        originKey = told;
        return this;
    }

    Asking header(String name, String value) {
        headers = headers.and(new EndToEndHeaders.Builder().add(name, value).build());
        return this;
    }

    Asking below(String path, String query) {
        suffix = PathSuffix.of(path, query);
        return this;
    }

    Asking trace(TraceContext context) {
        trace = context;
        return this;
    }

    ServiceRequest request() {
        return new ServiceRequest(
                capability,
                authorization,
                arrival,
                new RequestHead("text/plain", key, originKey, headers, suffix),
                body,
                timeoutMillis,
                visited,
                null,
                trace);
    }
}
