package io.hansa.web.problem;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.servlet.http.HttpServletResponse;

/** What the container itself refuses with a mere status, as the failure that it is. */
public final class ContainerRefusal {
    private ContainerRefusal() {}

    public static Failure of(int status) {
        return switch (status) {
            // a directory that is not listed, such as the root on WildFly
            case HttpServletResponse.SC_NOT_FOUND, HttpServletResponse.SC_FORBIDDEN ->
                    Failure.of(ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    HttpServletResponse.SC_NOT_IMPLEMENTED ->
                    Failure.of(ErrorCode.METHOD_NOT_ALLOWED, "This address has no such method.");
            case HttpServletResponse.SC_BAD_REQUEST ->
                    Failure.of(ErrorCode.REQUEST_INVALID, "The request is not valid HTTP.");
            default ->
                    Failure.of(
                            ErrorCode.INTERNAL_ERROR,
                            Effect.UNKNOWN,
                            "The proxy failed; its log says why.",
                            null);
        };
    }
}
