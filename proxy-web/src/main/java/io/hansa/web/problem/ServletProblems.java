package io.hansa.web.problem;

import io.hansa.proxy.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Writes a failure as the answer of a servlet or filter. */
public final class ServletProblems {
    private static final Logger LOG = System.getLogger(ServletProblems.class.getName());

    private ServletProblems() {}

    /** Where no trace has begun yet, the caller's is continued or a new one begins. */
    public static void write(
            Failure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(failure, RequestTrace.of(request).traceId(), request, response);
    }

    public static void write(
            Failure failure,
            String traceId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RefusalListener.tell(request, failure, traceId);
        closeWhereTheBodyIsInDoubt(request, response);
        write(Problem.of(failure, traceId, request::getHeader), traceId, response);
    }

    /**
     * A client that waits for {@code 100 Continue} may send its body after a refusal or leave it
     * out, and what it sends next could be taken for either (RFC 9110, section 10.1.1).
     */
    private static void closeWhereTheBodyIsInDoubt(
            HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("Expect") != null && !response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
    }

    /** Writes what the container refused with a mere status. */
    public static void writeRefusal(
            int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        closeWhereTheBodyIsInDoubt(request, response);
        Failure failure = ContainerRefusal.of(status);
        String traceId = RequestTrace.of(request).traceId();
        RefusalListener.tell(request, failure, traceId);
        write(
                Problem.of(failure, traceId, request::getHeader)
                        .withStatus(ContainerRefusal.status(status, failure)),
                traceId,
                response);
    }

    private static void write(Problem problem, String traceId, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = problem.body().toString().getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Content-Type", Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, () -> "Nobody takes the refusal of " + traceId + ".", gone);
        }
    }
}
