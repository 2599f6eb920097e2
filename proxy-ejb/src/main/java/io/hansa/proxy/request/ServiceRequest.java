package io.hansa.proxy.request;

import io.hansa.proxy.authentication.Arrival;
import io.hansa.proxy.tracing.TraceContext;
import java.util.Objects;

/**
 * What a caller asks for, as it came in and before anything is believed.
 *
 * @param authorization as in HTTP; null where there is none
 * @param contentType null where there is none
 * @param timeoutMillis what is left until the caller's deadline; 0: it named none
 * @param visited {@code Hansa-Visited} of a peer; null where there is none
 * @param retries {@code Hansa-Retries} of a peer: how many more times the request may be sent anew; null: not told
 * @param idempotencyKey null where there is none
 */
public record ServiceRequest(
        String capability,
        String authorization,
        Arrival arrival,
        String contentType,
        Body body,
        long timeoutMillis,
        String visited,
        String retries,
        String idempotencyKey,
        TraceContext trace) {
    public ServiceRequest {
        Objects.requireNonNull(capability, "capability");
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(trace, "trace");
    }
}
