package io.hansa.web.ingress;

import io.hansa.web.problem.ContainerRefusal;
import io.hansa.web.problem.ServletProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * The response to a request that was dispatched. Payara shows no error page for those, so it is
 * written here.
 */
final class DispatchedResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    DispatchedResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        ServletProblems.write(
                ContainerRefusal.of(status), request, (HttpServletResponse) getResponse());
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
