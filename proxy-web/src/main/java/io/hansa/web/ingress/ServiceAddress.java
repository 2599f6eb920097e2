package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.PathSuffix;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request's address names: the capability, and what stands below it as it was sent. The
 * container's decoded path does not tell an escaped slash from another.
 */
record ServiceAddress(String capability, PathSuffix suffix) {
    private static final String SERVICES = "/services/";

    /**
     * @throws Failure CAPABILITY_UNKNOWN where there is none, REQUEST_INVALID where the rest can be
     *     read in two ways
     */
    static ServiceAddress of(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path == null || path.length() < 2) {
            throw Failure.of(
                    ErrorCode.CAPABILITY_UNKNOWN,
                    "Name a capability: /api/v1/services/{capability}.");
        }
        String query = request.getQueryString();
        if (query == null && path.indexOf('/', 1) < 0) {
            return new ServiceAddress(path.substring(1), PathSuffix.NONE);
        }
        String raw = request.getRequestURI();
        int from = raw.indexOf(SERVICES) + SERVICES.length();
        int end = raw.indexOf('/', from);
        String capability = end < 0 ? path.substring(1) : raw.substring(from, end);
        try {
            return new ServiceAddress(
                    capability, PathSuffix.of(end < 0 ? "" : raw.substring(end), query));
        } catch (IllegalArgumentException hostile) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "The address cannot be passed on: %s; send it plainly."
                            .formatted(hostile.getMessage()));
        }
    }
}
