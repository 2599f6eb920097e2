package io.hansa.web.service;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.request.Body;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.problem.ContainerRefusal;
import io.hansa.web.problem.ServletProblems;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes what callers of anything but services send, before anybody else looks at the request: whoever announces data and
 * does not send it would otherwise hold a worker, of the resource that reads it or of the container that throws it away.
 * {@link FiltersOfOtherServlets} says where it stands.
 */
public class OwedData extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> WITHOUT_DATA = Set.of("GET", "HEAD", "DELETE");
    private static final Pattern READ_ANEW = Pattern.compile("[?%;#]|//|/\\.\\.?(/|$)");

    @Inject private transient SlowCallers slow;
    @Inject private transient DispatchedRequests dispatched;

    /** For the container, which injects the rest. */
    public OwedData() {}

    OwedData(SlowCallers slow, DispatchedRequests dispatched) {
        this.slow = slow;
        this.dispatched = dispatched;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Departure.arrived();
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            dispatched.goOn(request, response, chain);
            return;
        }
        if (refused(request, response)) {
            return;
        }
        if (!announced(request)) {
            chain.doFilter(request, response);
            return;
        }
        TakenData data = taken(request, response);
        if (data != null) {
            data.pass(request, response, chain);
        }
    }

    /** Where nothing is announced there is nothing to throw away. */
    private static boolean refused(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (announced(request)) {
            return false;
        }
        try {
            StatedCharset.requireKnown(request);
            return false;
        } catch (Failure refusal) {
            ServletProblems.write(refusal, request, response);
            return true;
        }
    }

    private static boolean announced(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** @return null where it is on its way, or the request has been refused */
    private TakenData taken(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TraceContext trace = TraceContext.continuing(request.getHeader("traceparent"));
        ServletBody body = new ServletBody(request);
        try {
            if (WITHOUT_DATA.contains(request.getMethod())) {
                throw Failure.of(
                        ErrorCode.REQUEST_INVALID,
                        request.getMethod() + " takes no body here; send it without one.");
            }
            StatedCharset.requireKnown(request);
            TakenData data = new TakenData(body);
            if (arrived(body)) {
                return data;
            }
            refuseWhatCannotBeDispatched(request);
            data.goesOnWith(request);
            slow.await(data, body, request, trace);
        } catch (Failure refusal) {
            ServletProblems.write(refusal, trace.traceId(), request, response);
            if (body.leftOver()) {
                slow.discard(body, request, trace);
            }
        }
        return null;
    }

    /** Containers read the address anew when they dispatch, and these as something else. Nothing here has them in its name. */
    private static void refuseWhatCannotBeDispatched(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        if (READ_ANEW.matcher(path).find()) {
            throw ContainerRefusal.of(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean arrived(ServletBody body) {
        try {
            return body.arrived(slow.mostOfStrangers()) != null;
        } catch (IOException early) {
            throw Body.broken(early);
        }
    }
}
