package io.hansa.web.problem;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the container itself refuses, in the words of every other failure; named as error page in {@code web.xml}. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String traceId = TraceContext.continuing(request.getHeader("traceparent")).traceId();
        ServletProblems.write(
                failure(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND),
                traceId,
                response);
    }

    private static Failure failure(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND ->
                    Failure.of(ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
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
