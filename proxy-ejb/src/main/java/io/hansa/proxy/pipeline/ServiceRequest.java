package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.document.HeaderText;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.tracing.TraceContext;
import java.util.Objects;

/**
 * What a caller asks for, as it came in and before anything is believed. What is passed on in
 * headers is bounded here, since the next target would refuse the request and look faulty.
 *
 * @param authorization as in HTTP; null where there is none
 * @param head what the caller says besides the data
 * @param timeoutMillis what is left until the caller's deadline; 0: it named none
 * @param visited {@code Hansa-Visited} of a peer; null where there is none
 * @param retries {@code Hansa-Retries} of a peer: how many more times the request may be sent
 *     again; null: not told
 */
public record ServiceRequest(
        String capability,
        String authorization,
        IngressPoint arrival,
        RequestHead head,
        Body body,
        long timeoutMillis,
        String visited,
        String retries,
        TraceContext trace) {
    public ServiceRequest {
        Objects.requireNonNull(capability, "capability");
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(trace, "trace");
        if (!Name.isOne(capability)) {
            throw Failure.of(
                    ErrorCode.CAPABILITY_UNKNOWN,
                    "No capability is called \"%s\": names have 1 to 100 letters, digits, . _ @ or -."
                            .formatted(Name.shortened(capability)));
        }
        if (head.contentType() != null && !HeaderText.isContentType(head.contentType())) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "The content type is longer than 1000 characters or holds control characters; shorten it.");
        }
    }

    /** Null where there is none. */
    public String idempotencyKey() {
        return head.idempotencyKey();
    }
}
