package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The body of a request that is not for a service. When it is complete, the request continues. */
final class BufferedBody implements BodyHandler {
    private static final String ATTRIBUTE = BufferedBody.class.getName();
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final long deadlineNanos = System.nanoTime() + MAX_NANOS;
    private final ServletBody body;
    private volatile AsyncExchange exchange;

    BufferedBody(ServletBody body) {
        this.body = body;
    }

    /** Null where the request was not dispatched with its body. */
    static BufferedBody of(HttpServletRequest request) {
        return (BufferedBody) request.getAttribute(ATTRIBUTE);
    }

    /**
     * To be called before the request becomes asynchronous: after its end a container may use the
     * same object for another request.
     */
    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(new BufferedRequest(request, body.data()), response);
        } finally {
            body.forget();
            AsyncExchange dispatching = exchange;
            if (dispatching != null) {
                dispatching.end();
            }
        }
    }

    @Override
    public boolean dispatches() {
        return true;
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public void completed(AsyncExchange dispatching) {
        exchange = dispatching;
        dispatching.dispatch(null);
    }

    @Override
    public Failure abandon(Failure reason) {
        body.forget();
        return reason;
    }
}
