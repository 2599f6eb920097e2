package io.hansa.proxy.request;

import io.hansa.proxy.authentication.Arrival;
import io.hansa.proxy.tracing.TraceContext;
import java.nio.charset.StandardCharsets;

/** A request while a test still makes it up. */
final class Asking {
    private final String capability;
    private String authorization;
    private Arrival arrival = Arrival.INTRANET;
    private Body body = most -> new byte[0];
    private long timeoutMillis;
    private String visited;
    private String key;
    private TraceContext trace = TraceContext.continuing(null);

    Asking(String capability) {
        this.capability = capability;
    }

    Asking by(String token) {
        authorization = token;
        return this;
    }

    Asking over(Arrival by) {
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

    Asking trace(TraceContext context) {
        trace = context;
        return this;
    }

    ServiceRequest request() {
        return new ServiceRequest(
                capability,
                authorization,
                arrival,
                "text/plain",
                body,
                timeoutMillis,
                visited,
                null,
                key,
                trace);
    }
}
