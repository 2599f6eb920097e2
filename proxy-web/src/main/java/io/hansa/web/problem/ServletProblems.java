package io.hansa.web.problem;

import io.hansa.proxy.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a failure as the answer of a servlet or filter. */
public final class ServletProblems {
    private ServletProblems() {}

    /** Where no trace has begun yet: the caller's goes on, or one begins. */
    public static void write(
            Failure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(failure, RequestTrace.of(request).traceId(), response);
    }

    public static void write(Failure failure, String traceId, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Problem problem = Problem.of(failure, traceId);
        byte[] body = problem.body().toString().getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Content-Type", Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
