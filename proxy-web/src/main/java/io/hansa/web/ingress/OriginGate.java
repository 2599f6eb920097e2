package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.access.Origins;
import io.hansa.web.problem.ServletProblems;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Applies {@link Origins} to every method that changes something, and to all of the API but
 * capability information, before a password is checked or data is waited for. {@link
 * FiltersOfOtherServlets} says where it stands; the services ask for themselves.
 */
public class OriginGate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String API = "/api/v1";
    private static final String OPEN = API + "/capabilities";

    @Inject private transient Origins origins;
    @Inject private transient AsyncRequestCoordinator slow;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (!SAFE.contains(request.getMethod()) || guarded(request)) {
                origins.refuseForeign(request);
            }
        } catch (Failure foreign) {
            refuse(foreign, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * By the servlet that the container chose: an address can be written in many ways, and then it
     * is not the open one.
     */
    private static boolean guarded(HttpServletRequest request) {
        return API.equals(request.getServletPath()) && !OPEN.equals(request.getRequestURI());
    }

    private void refuse(Failure foreign, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ContainerReturnGuard.arrived();
        TraceContext trace = TraceContext.continuing(request.getHeader("traceparent"));
        ServletBody body = new ServletBody(request);
        ServletProblems.write(foreign, trace.traceId(), request, response);
        if (body.leftOver()) {
            slow.discard(body, request, trace);
        }
    }
}
