package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.HeaderNames;
import io.hansa.proxy.message.PathSuffix;
import io.hansa.proxy.message.RequestHead;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;

/**
 * Copies the headers of a request that may pass to a server. They are read now: containers give a
 * request that has timed out to the next caller.
 */
final class RequestHeads {
    private RequestHeads() {}

    /**
     * @throws Failure REQUEST_INVALID where a header is none, or there are too many
     */
    static RequestHead of(HttpServletRequest request, PathSuffix suffix) {
        return new RequestHead(
                request.getContentType(),
                request.getHeader("Idempotency-Key"),
                request.getHeader("Hansa-Idempotency-Key"),
                headers(request),
                suffix);
    }

    private static EndToEndHeaders headers(HttpServletRequest request) {
        EndToEndHeaders.Builder passing = null;
        String connection = joined(request, "Connection");
        Enumeration<String> names = request.getHeaderNames();
        try {
            while (names.hasMoreElements()) {
                String name = names.nextElement();
                if (HeaderNames.never(name) || HeaderNames.ofConnection(connection, name)) {
                    continue;
                }
                passing = passing == null ? new EndToEndHeaders.Builder() : passing;
                passing.add(name, joined(request, name));
            }
        } catch (IllegalArgumentException refused) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "The request cannot be passed on: %s; send fewer or shorter ones."
                            .formatted(refused.getMessage()));
        }
        return passing == null ? EndToEndHeaders.NONE : passing.build();
    }

    private static String joined(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        String first = values.hasMoreElements() ? values.nextElement() : "";
        if (!values.hasMoreElements()) {
            return first;
        }
        String between = name.equalsIgnoreCase("Cookie") ? "; " : ", ";
        StringBuilder all = new StringBuilder(first);
        while (values.hasMoreElements()) {
            all.append(between).append(values.nextElement());
        }
        return all.toString();
    }
}
