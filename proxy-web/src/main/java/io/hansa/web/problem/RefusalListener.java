package io.hansa.web.problem;

import io.hansa.proxy.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Learns of every refused call that is not for a service, once for each call and on any thread. A
 * filter attaches it to the request before anything can refuse it.
 */
public interface RefusalListener {
    /** Must neither wait nor throw. */
    void refused(HttpServletRequest request, Failure failure, String traceId);

    default void attachTo(HttpServletRequest request) {
        request.setAttribute(RefusalListener.class.getName(), this);
    }

    /** Tells the listener of the request, if it has one. */
    static void tell(HttpServletRequest request, Failure failure, String traceId) {
        String attribute = RefusalListener.class.getName();
        if (request.getAttribute(attribute) instanceof RefusalListener listener) {
            request.removeAttribute(attribute);
            listener.refused(request, failure, traceId);
        }
    }
}
