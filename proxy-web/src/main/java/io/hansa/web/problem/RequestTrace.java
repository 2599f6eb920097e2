package io.hansa.web.problem;

import io.hansa.proxy.tracing.TraceContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The trace of a request that is not for a service: the caller's trace is continued, or a new one
 * begins. It is made once, so that log and answer name the same.
 */
public final class RequestTrace {
    private static final String ATTRIBUTE = RequestTrace.class.getName();

    private RequestTrace() {}

    public static TraceContext of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof TraceContext begun) {
            return begun;
        }
        TraceContext trace = TraceContext.continuing(request.getHeader("traceparent"));
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }
}
