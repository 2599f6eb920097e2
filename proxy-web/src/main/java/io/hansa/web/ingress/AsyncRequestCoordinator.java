package io.hansa.web.ingress;

import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.PendingRequest;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Callers who are waited for without a thread: while they send, while they take their reply, while
 * they go on sending what was refused. Ends those whose deadline has passed. Safe for many threads.
 */
@ApplicationScoped
public class AsyncRequestCoordinator {
    private static final Logger LOG = Logger.getLogger(AsyncRequestCoordinator.class.getName());
    private static final long LOOK_MILLIS = 100;
    private static final long REFUSED_MILLIS = 5000;

    /** More than a check ever takes, its time in the queue included. */
    private static final long CHECK_MILLIS = 30_000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Set<AsyncBodyReader> arriving = ConcurrentHashMap.newKeySet();

    @Resource private ManagedScheduledExecutorService scheduler;
    @Inject private BodyMemoryBudget callers;
    @Inject private BlockingTaskExecutor threads;
    private ScheduledFuture<?> looking;

    @PostConstruct
    void start() {
        looking =
                scheduler.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        looking.cancel(false);
    }

    /**
     * @throws Failure OVERLOADED where too many are waited for; the request has ended then
     */
    void await(
            PendingRequest pending,
            ServletBody body,
            HttpServletRequest request,
            TraceContext trace)
            throws IOException {
        await(new ServiceBodyHandler(pending), callers, body, request, trace);
    }

    /**
     * For a caller of whom nothing is known yet. @throws Failure OVERLOADED where too many of them
     * are waited for
     */
    void await(
            BodyHandler recipient, ServletBody body, HttpServletRequest request, TraceContext trace)
            throws IOException {
        await(recipient, callers.unauthenticated(), body, request, trace);
    }

    /** The longest data of a caller of whom nothing is known yet. */
    int maxUnauthenticatedBytes() {
        return callers.unauthenticated().limits().bodyBytes();
    }

    private void await(
            BodyHandler recipient,
            BodyMemoryBudget among,
            ServletBody body,
            HttpServletRequest request,
            TraceContext trace)
            throws IOException {
        BodyMemoryBudget.Lease share;
        try {
            share = among.share();
        } catch (Failure tooMany) {
            throw recipient.giveUp(tooMany);
        }
        try {
            body.accountFor(share);
        } catch (Failure noRoom) {
            share.close();
            throw recipient.giveUp(noRoom);
        }
        AsyncExchange exchange =
                exchange(recipient.deadlineNanos(), among.limits(), share, request, trace);
        BoundedRequestInput toCome = body.toCome();
        AsyncBodyReader its =
                new AsyncBodyReader(recipient, body, toCome, exchange, among.limits().bodyBytes());
        arriving.add(its);
        toCome.tell(its);
    }

    /**
     * For a caller whose password is being checked, of whom nothing is known yet.
     *
     * @return to be dispatched when the check is done
     * @throws Failure OVERLOADED where too many are waited for
     */
    AsyncExchange hold(HttpServletRequest request, TraceContext trace) {
        BodyMemoryBudget.Lease share = callers.unauthenticated().share();
        return new AsyncExchange(request.startAsync(), share, trace, threads, CHECK_MILLIS);
    }

    /**
     * For a request that a thread has to wait for, which is not to be a worker of the container.
     */
    void goOn(PendingRequest pending, HttpServletRequest request, TraceContext trace) {
        AsyncExchange exchange =
                exchange(
                        pending.deadlineNanos(),
                        callers.limits(),
                        callers.reply(0),
                        request,
                        trace);
        exchange.start(() -> exchange.answer(pending));
    }

    private AsyncExchange exchange(
            long deadlineNanos,
            CallerLimits limits,
            BodyMemoryBudget.Lease share,
            HttpServletRequest request,
            TraceContext trace) {
        long left = (deadlineNanos - System.nanoTime()) / NANOS_PER_MILLI;
        return new AsyncExchange(
                request.startAsync(),
                share,
                trace,
                threads,
                Math.max(1, left) + limits.replyMillis());
    }

    /** For a reply that may be more than the connection takes at once. */
    void give(ServiceReply reply, HttpServletRequest request, TraceContext trace)
            throws IOException {
        AsyncExchange exchange =
                new AsyncExchange(
                        request.startAsync(),
                        callers.reply(reply.data().length),
                        trace,
                        threads,
                        callers.limits().replyMillis());
        OutgoingReply.write(reply.data(), exchange);
    }

    /**
     * For a caller who has been refused and still sends. It may be anybody, so it takes no place of
     * those who may call.
     */
    void discard(ServletBody body, HttpServletRequest request, TraceContext trace)
            throws IOException {
        AsyncExchange exchange =
                new AsyncExchange(
                        request.startAsync(),
                        callers.unauthenticated().reply(0),
                        trace,
                        threads,
                        REFUSED_MILLIS);
        exchange.response().flushBuffer();
        BoundedRequestInput toCome = body.toCome();
        BodyDrainer leftOver = new BodyDrainer(toCome, exchange);
        leftOver.told();
        toCome.tell(leftOver);
    }

    private void look() {
        long now = System.nanoTime();
        arriving.removeIf(body -> settled(body, now));
    }

    /**
     * Whatever one body does, the others are looked at: an exception would end all further looks.
     */
    private static boolean settled(AsyncBodyReader body, long now) {
        try {
            return body.lateAt(now);
        } catch (RuntimeException defect) {
            LOG.log(Level.WARNING, "A caller that is late could not be refused.", defect);
            return true;
        }
    }
}
