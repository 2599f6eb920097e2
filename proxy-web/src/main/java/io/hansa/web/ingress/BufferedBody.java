package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The data of a request that is not for a service. When it is whole the request goes on as if it
 * had just come.
 */
final class BufferedBody implements BodyHandler {
    private static final String ATTRIBUTE = BufferedBody.class.getName();
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final long deadlineNanos = System.nanoTime() + PATIENCE_NANOS;
    private final ServletBody body;
    private volatile AsyncExchange exchange;

    BufferedBody(ServletBody body) {
        this.body = body;
    }

    static BufferedBody of(HttpServletRequest dispatched) {
        return (BufferedBody) dispatched.getAttribute(ATTRIBUTE);
    }

    /**
     * To be called while the request is in hand: once it has ended a container may use the same
     * object for another caller's.
     */
    void goesOnWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    void pass(HttpServletRequest now, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(new BufferedRequest(now, body.data()), response);
        } finally {
            body.forget();
            AsyncExchange its = exchange;
            if (its != null) {
                its.end();
            }
        }
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public void whole(AsyncExchange its) {
        exchange = its;
        its.dispatch();
    }

    @Override
    public Failure giveUp(Failure reason) {
        body.forget();
        return reason;
    }
}
