package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.Body;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.access.Origins;
import io.hansa.web.access.PasswordGate;
import io.hansa.web.container.ContainerBehaviour;
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
 * Prepares every request that is not for a service: refuses what pages of foreign origins send,
 * starts the check of a password, and reads the body before any resource. A caller that declares a
 * body and does not send it would otherwise hold a worker, of the resource that reads the body or
 * of the container that drops it. A request that waits for its password check or its body holds
 * none, and is dispatched afterwards. {@link NonServiceFilterRegistration} registers it.
 */
public class BodyBufferingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");
    private static final Pattern CHANGED_BY_DISPATCH = Pattern.compile("[?%;#]|//|/\\.\\.?(/|$)");

    @Inject private transient AsyncRequestCoordinator async;
    @Inject private transient DispatchedRequests dispatched;
    @Inject private transient PasswordGate passwords;
    @Inject private transient Origins origins;
    @Inject private transient ContainerBehaviour container;

    /** For the container, which injects the fields. */
    public BodyBufferingFilter() {}

    BodyBufferingFilter(
            AsyncRequestCoordinator async,
            DispatchedRequests dispatched,
            PasswordGate passwords,
            Origins origins,
            ContainerBehaviour container) {
        this.async = async;
        this.dispatched = dispatched;
        this.passwords = passwords;
        this.origins = origins;
        this.container = container;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContainerReturnGuard.requestArrived(container);
        BufferedBody buffered = BufferedBody.of(request);
        FilterChain rest =
                buffered == null ? prepare(request, response, chain) : withBody(buffered, chain);
        if (rest == null) {
            return;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            dispatched.proceed(request, response, rest);
        } else {
            rest.doFilter(request, response);
        }
    }

    /** The rest of the chain; null where the request waits for something or was refused. */
    private FilterChain prepare(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        ServletBody body = new ServletBody(request, container);
        TraceContext trace = RequestTrace.of(request);
        try {
            origins.refuseForeignChange(request);
            StatedCharset.requireKnown(request);
            if (awaitsSignIn(request, trace)) {
                return null;
            }
            if (!hasBody(request)) {
                return chain;
            }
            BufferedBody arrived = read(body, request, trace);
            return arrived == null ? null : withBody(arrived, chain);
        } catch (Failure refusal) {
            ServletProblems.write(refusal, trace.traceId(), request, response);
            if (body.mustBeDrained()) {
                async.drain(body, request, trace);
            }
            return null;
        }
    }

    private static FilterChain withBody(BufferedBody body, FilterChain chain) {
        return (request, response) ->
                body.pass((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    /** The password comes before the body: the body of a refused caller is not read. */
    private boolean awaitsSignIn(HttpServletRequest request, TraceContext trace) {
        CompletableFuture<Account> check = passwords.check(request, trace);
        if (check == null) {
            return false;
        }
        refuseWhatCannotBeDispatched(request);
        AsyncExchange exchange = async.awaitSignIn(request, trace);
        check.whenComplete((account, failure) -> exchange.handOverTo(null));
        return true;
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /**
     * @return null where some of it has not arrived yet
     */
    private BufferedBody read(ServletBody body, HttpServletRequest request, TraceContext trace) {
        if (WITHOUT_BODY.contains(request.getMethod())) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    request.getMethod() + " takes no body here; send it without one.");
        }
        BufferedBody buffered = new BufferedBody(body);
        boolean known = isLong(request) && passwords.isAdministrator(request);
        if (arrived(body, known ? async.maxBytes() : async.maxUnauthenticatedBytes())) {
            return buffered;
        }
        refuseWhatCannotBeDispatched(request);
        buffered.attachTo(request);
        if (known) {
            async.awaitBody(buffered, body, request, trace);
        } else {
            async.awaitUnauthenticatedBody(buffered, body, request, trace);
        }
        return null;
    }

    /** A document of many items. Every other body is short. */
    private static boolean isLong(HttpServletRequest request) {
        return "/api/v1".equals(request.getServletPath())
                && "/admin/apply".equals(request.getPathInfo());
    }

    /**
     * Containers parse the path again when they dispatch, and would change such a path. No resource
     * of Hansa has one.
     */
    private static void refuseWhatCannotBeDispatched(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        if (CHANGED_BY_DISPATCH.matcher(path).find()) {
            throw ContainerRefusal.of(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean arrived(ServletBody body, int max) {
        try {
            return body.arrived(max) != null;
        } catch (IOException early) {
            throw Body.broken(early);
        }
    }
}
