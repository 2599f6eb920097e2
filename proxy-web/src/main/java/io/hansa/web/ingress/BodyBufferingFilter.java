package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.Body;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.problem.ContainerRefusal;
import io.hansa.web.problem.RequestTrace;
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
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Has the passwords of callers of anything but services checked and then takes what they send,
 * before anybody else looks at the request: whoever announces data and does not send it would
 * otherwise hold a worker, of the resource that reads it or of the container that throws it away. A
 * request that waits for either holds none, and is dispatched when it need not wait any more.
 * {@link NonServiceFilterRegistration} says where it stands.
 */
public class BodyBufferingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> WITHOUT_DATA = Set.of("GET", "HEAD", "DELETE");
    private static final Pattern READ_ANEW = Pattern.compile("[?%;#]|//|/\\.\\.?(/|$)");

    @Inject private transient AsyncRequestCoordinator slow;
    @Inject private transient DispatchedRequests dispatched;
    @Inject private transient PasswordGate passwords;

    /** For the container, which injects the rest. */
    public BodyBufferingFilter() {}

    BodyBufferingFilter(
            AsyncRequestCoordinator slow, DispatchedRequests dispatched, PasswordGate passwords) {
        this.slow = slow;
        this.dispatched = dispatched;
        this.passwords = passwords;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContainerReturnGuard.arrived();
        BufferedBody whole = BufferedBody.of(request);
        FilterChain rest =
                whole == null ? takingData(request, response, chain) : passing(whole, chain);
        if (rest == null) {
            return;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            dispatched.goOn(request, response, rest);
        } else {
            rest.doFilter(request, response);
        }
    }

    /** What is left to do; null where something is waited for, or the request has been refused. */
    private FilterChain takingData(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        ServletBody body = new ServletBody(request);
        TraceContext trace = RequestTrace.of(request);
        try {
            StatedCharset.requireKnown(request);
            if (waitsForPasswordCheck(request, trace)) {
                return null;
            }
            if (!announced(request)) {
                return chain;
            }
            BufferedBody data = taken(body, request, trace);
            return data == null ? null : passing(data, chain);
        } catch (Failure refusal) {
            ServletProblems.write(refusal, trace.traceId(), request, response);
            if (body.leftOver()) {
                slow.discard(body, request, trace);
            }
            return null;
        }
    }

    private static FilterChain passing(BufferedBody data, FilterChain chain) {
        return (request, response) ->
                data.pass((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    /** A refused caller's data is not taken, so its password comes first. */
    private boolean waitsForPasswordCheck(HttpServletRequest request, TraceContext trace) {
        CompletableFuture<Account> check = passwords.check(request, trace);
        if (check == null) {
            return false;
        }
        refuseWhatCannotBeDispatched(request);
        AsyncExchange exchange = slow.hold(request, trace);
        check.whenComplete((account, failure) -> exchange.dispatchAnew());
        return true;
    }

    private static boolean announced(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /**
     * @return null where it is on its way
     */
    private BufferedBody taken(ServletBody body, HttpServletRequest request, TraceContext trace)
            throws IOException {
        if (WITHOUT_DATA.contains(request.getMethod())) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    request.getMethod() + " takes no body here; send it without one.");
        }
        BufferedBody data = new BufferedBody(body);
        if (arrived(body)) {
            return data;
        }
        refuseWhatCannotBeDispatched(request);
        data.goesOnWith(request);
        slow.await(data, body, request, trace);
        return null;
    }

    /**
     * Containers read the address anew when they dispatch, and these as something else. Nothing
     * here has them in its name.
     */
    private static void refuseWhatCannotBeDispatched(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        if (READ_ANEW.matcher(path).find()) {
            throw ContainerRefusal.of(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean arrived(ServletBody body) {
        try {
            return body.arrived(slow.maxUnauthenticatedBytes()) != null;
        } catch (IOException early) {
            throw Body.broken(early);
        }
    }
}
