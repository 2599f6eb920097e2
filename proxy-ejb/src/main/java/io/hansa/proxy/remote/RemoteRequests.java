package io.hansa.proxy.remote;

import io.hansa.api.BusinessRequest;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.HeaderNames;
import io.hansa.proxy.message.PathSuffix;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.pipeline.Body;
import io.hansa.proxy.pipeline.ServiceRequest;
import io.hansa.proxy.tracing.TraceContext;
import java.util.Map;

/**
 * Reads what a remote caller sent. Deserialization runs no constructor, so nothing is taken for
 * granted that the constructor of {@link BusinessRequest} demands.
 */
final class RemoteRequests {
    private RemoteRequests() {}

    /** The caller's trace, or a new one: there is a trace id for every refusal. */
    static TraceContext trace(BusinessRequest request) {
        return request == null
                ? TraceContext.continuing(null)
                : TraceContext.continuing(
                        request.traceparent(), request.context().get("tracestate"));
    }

    /**
     * @throws Failure REQUEST_INVALID or CAPABILITY_UNKNOWN, as over HTTP
     */
    static ServiceRequest read(BusinessRequest request, TraceContext trace) {
        if (request == null) {
            throw Failure.of(ErrorCode.REQUEST_INVALID, "Give a request, not null.");
        }
        if (request.capability() == null || request.capability().isEmpty()) {
            throw Failure.of(ErrorCode.CAPABILITY_UNKNOWN, "Name a capability in the request.");
        }
        if (request.data() == null) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID, "Give business data; an empty array will do.");
        }
        if (request.timeoutMillis() < 0) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "timeoutMillis must be 0, for the capability's own, or more.");
        }
        Map<String, String> context = request.context();
        return new ServiceRequest(
                request.capability(),
                request.authorization(),
                IngressPoint.INTRANET,
                head(request, context),
                Body.of(request.data()),
                request.timeoutMillis(),
                context.get("Hansa-Visited"),
                context.get("Hansa-Retries"),
                trace);
    }

    private static RequestHead head(BusinessRequest request, Map<String, String> context) {
        try {
            return new RequestHead(
                    request.contentType(),
                    request.idempotencyKey(),
                    context.get("Hansa-Idempotency-Key"),
                    EndToEndHeaders.of(context, name -> !HeaderNames.never(name)),
                    PathSuffix.parse(context.get("Hansa-Forward")));
        } catch (IllegalArgumentException refused) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "The context of the request cannot be passed on: %s; correct it."
                            .formatted(refused.getMessage()));
        }
    }
}
