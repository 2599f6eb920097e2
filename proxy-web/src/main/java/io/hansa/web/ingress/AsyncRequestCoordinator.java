package io.hansa.web.ingress;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.Body;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.container.ContainerBehaviour;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Makes requests asynchronous, so that no worker waits: for a password check, for a body, for a
 * reply, for a caller that takes its reply slowly, and for one that still sends a refused body.
 * Where that fails, the pending request is abandoned. Safe for many threads.
 */
@ApplicationScoped
public class AsyncRequestCoordinator {
    private static final Logger LOG = System.getLogger(AsyncRequestCoordinator.class.getName());
    private static final long MAX_DRAIN_MILLIS = 5000;

    /**
     * Of a request that is dispatched. Payara's time-out goes on after the dispatch, and would
     * answer 500 while a long change is being made. The password check and the body have limits of
     * their own.
     */
    private static final long NO_TIMEOUT = 0;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final BodyMemoryBudget budget;
    private final BlockingTaskExecutor threads;
    private final BodyDeadlines deadlines;
    private final ContainerBehaviour container;

    /** For the container's proxy. */
    AsyncRequestCoordinator() {
        this(null, null, null, null);
    }

    @Inject
    AsyncRequestCoordinator(
            BodyMemoryBudget budget,
            BlockingTaskExecutor threads,
            BodyDeadlines deadlines,
            ContainerBehaviour container) {
        this.budget = budget;
        this.threads = threads;
        this.deadlines = deadlines;
        this.container = container;
    }

    /** The longest body of a caller that is known. */
    int maxBytes() {
        return budget.limits().bodyBytes();
    }

    /** The longest body of a caller that is not known yet. */
    int maxUnauthenticatedBytes() {
        return budget.unauthenticated().limits().bodyBytes();
    }

    /**
     * Waits for a password check. The caller is not known yet.
     *
     * @return to be dispatched when the check has ended
     * @throws Failure OVERLOADED where too many are waited for
     */
    AsyncExchange awaitSignIn(HttpServletRequest request, TraceContext trace) {
        return open(request, budget.unauthenticated().share(), trace, NO_TIMEOUT);
    }

    /**
     * Waits for the body of a caller that is known.
     *
     * @throws Failure OVERLOADED where too many are waited for; the request has ended then
     */
    void awaitBody(
            BodyHandler handler, ServletBody body, HttpServletRequest request, TraceContext trace) {
        awaitBody(handler, budget, body, request, trace);
    }

    /** The same for a caller that is not known yet. */
    void awaitUnauthenticatedBody(
            BodyHandler handler, ServletBody body, HttpServletRequest request, TraceContext trace) {
        awaitBody(handler, budget.unauthenticated(), body, request, trace);
    }

    private void awaitBody(
            BodyHandler handler,
            BodyMemoryBudget from,
            ServletBody body,
            HttpServletRequest request,
            TraceContext trace) {
        AsyncExchange exchange;
        try {
            BodyMemoryBudget.Lease lease = lease(from, body);
            long millis =
                    handler.dispatches()
                            ? NO_TIMEOUT
                            : millisUntil(handler.deadlineNanos()) + from.limits().replyMillis();
            exchange = open(request, lease, trace, millis);
        } catch (Failure refusal) {
            throw handler.abandon(refusal);
        }
        exchange.releaseAtEnd(handler::close);
        try {
            AsyncBodyReader reader =
                    new AsyncBodyReader(handler, body, exchange, from.limits().bodyBytes());
            deadlines.watch(reader);
            reader.register();
        } catch (IllegalStateException defect) {
            exchange.fail(handler.abandon(notAsynchronous(defect)));
        } catch (IOException broken) {
            exchange.fail(handler.abandon(Body.broken(broken)));
        }
    }

    private static BodyMemoryBudget.Lease lease(BodyMemoryBudget from, ServletBody body) {
        BodyMemoryBudget.Lease lease = from.share();
        try {
            body.leaseFrom(lease);
            return lease;
        } catch (Failure overloaded) {
            lease.close();
            throw overloaded;
        }
    }

    /**
     * Finishes a request, whose body is complete, on a thread that may wait. The request is
     * abandoned where its caller leaves before.
     *
     * @throws Failure where the container does not let it wait; the request has ended then
     */
    void awaitReply(BodyHandler handler, HttpServletRequest request, TraceContext trace) {
        AsyncExchange exchange;
        try {
            long millis = millisUntil(handler.deadlineNanos()) + budget.limits().replyMillis();
            exchange = open(request, budget.reply(0), trace, millis);
        } catch (Failure refusal) {
            throw handler.abandon(refusal);
        }
        exchange.releaseAtEnd(handler::close);
        exchange.execute(() -> handler.completed(exchange));
    }

    /** Sends a reply that may be more than the connection takes at once. */
    void send(ServiceReply reply, HttpServletRequest request, TraceContext trace)
            throws IOException {
        AsyncExchange exchange =
                open(
                        request,
                        budget.reply(reply.data().length),
                        trace,
                        budget.limits().replyMillis());
        OutgoingReply.write(reply.data(), exchange);
    }

    /**
     * Drains the body of a refused request. Its caller may be unauthenticated, so it takes no place
     * of authenticated callers.
     */
    void drain(ServletBody body, HttpServletRequest request, TraceContext trace)
            throws IOException {
        AsyncExchange exchange =
                open(request, budget.unauthenticated().reply(0), trace, MAX_DRAIN_MILLIS);
        exchange.response().flushBuffer();
        BoundedRequestInput in = body.unwanted();
        BodyDrainer drainer = new BodyDrainer(in, exchange);
        drainer.refusalSent();
        in.register(drainer);
    }

    /**
     * @throws Failure INTERNAL_ERROR where the container does not make the request asynchronous;
     *     the lease is closed then
     */
    private AsyncExchange open(
            HttpServletRequest request,
            BodyMemoryBudget.Lease lease,
            TraceContext trace,
            long timeoutMillis) {
        try {
            return new AsyncExchange(
                    request.startAsync(), lease, trace, threads, container, timeoutMillis);
        } catch (RuntimeException refused) {
            lease.close();
            throw notAsynchronous(refused);
        }
    }

    private static Failure notAsynchronous(RuntimeException cause) {
        LOG.log(
                Level.WARNING,
                "HANSA-5205 The container refused to make a request asynchronous.",
                cause);
        return Failure.of(
                ErrorCode.INTERNAL_ERROR,
                Effect.UNKNOWN,
                "The container did not make the request asynchronous; the proxy's log says why.",
                cause);
    }

    private static long millisUntil(long deadlineNanos) {
        return Math.max(1, (deadlineNanos - System.nanoTime()) / NANOS_PER_MILLI);
    }
}
