package io.hansa.web.ingress;

import io.hansa.proxy.pipeline.PendingRequest;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A request for a service, kept while its caller's password is checked. The container then
 * dispatches it to the services anew.
 */
record HeldCall(PendingRequest pending, ServletBody body, TraceContext trace) {
    /**
     * Any address of the services: what was asked for is known already, and is not read from the
     * address again.
     */
    static final String ADDRESS = "/api/v1/services/-";

    private static final String ATTRIBUTE = HeldCall.class.getName();

    /** Null where the request has only come. */
    static HeldCall of(HttpServletRequest request) {
        return (HeldCall) request.getAttribute(ATTRIBUTE);
    }

    /** To be called while the request is in hand. */
    void goesOnWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
