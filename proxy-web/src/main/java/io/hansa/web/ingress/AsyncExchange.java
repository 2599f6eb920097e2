package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.PendingRequest;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.problem.ServletProblems;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A request and its answer that hold no thread while they wait. Whatever ends it, the caller's
 * share of memory is given back, and the reply forgotten. Where the container's time is up after an
 * answer has begun, it closes the connection. For any thread.
 */
final class AsyncExchange implements AsyncListener {
    private static final Logger LOG = Logger.getLogger(AsyncExchange.class.getName());

    private final AsyncContext async;
    private final BodyMemoryBudget.Lease share;
    private final TraceContext trace;
    private final Executor threads;
    private final ContainerReturnGuard departure = new ContainerReturnGuard();
    private final AtomicBoolean completed = new AtomicBoolean();
    private volatile OutgoingReply leaving;
    private volatile boolean ended;

    /** To be made on the thread that brought the request. */
    AsyncExchange(
            AsyncContext async,
            BodyMemoryBudget.Lease share,
            TraceContext trace,
            Executor threads,
            long millis) {
        this.async = async;
        this.share = share;
        this.trace = trace;
        this.threads = threads;
        async.setTimeout(millis);
        async.addListener(this);
    }

    BodyMemoryBudget.Lease share() {
        return share;
    }

    /** On a thread that may wait, or, where there is none left, on this one. */
    void start(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException none) {
            LOG.log(Level.WARNING, "No thread is left to go on with {0}.", trace.traceId());
            task.run();
        }
    }

    /** Takes a request whose data is whole to its end. */
    void answer(PendingRequest pending) {
        try {
            ServiceReply reply = pending.finish();
            share.holdOnly(reply.data().length);
            departure.await();
            OutgoingReply.head(reply, trace, response());
            OutgoingReply.write(reply.data(), this);
        } catch (Failure failure) {
            refuse(failure);
            complete();
        } catch (IOException gone) {
            failed(gone);
        }
    }

    /** Lets the container go on with a request whose data is whole, as if it had just come. */
    void dispatch() {
        dispatch(async::dispatch);
    }

    /** Nothing is held any more for a request that has waited; the container goes on with it. */
    void dispatchAnew() {
        end();
        dispatch(async::dispatch);
    }

    /** The same at another address. */
    void dispatchAnew(String address) {
        end();
        dispatch(() -> async.dispatch(address));
    }

    private void dispatch(Runnable dispatch) {
        departure.await();
        try {
            dispatch.run();
        } catch (IllegalStateException ended) {
            LOG.log(Level.FINE, ended, () -> trace.traceId() + " had ended already.");
            end();
        } catch (RuntimeException defect) {
            LOG.log(Level.WARNING, defect, () -> trace.traceId() + " could not go on.");
            complete();
        }
    }

    /** Sends the refusal at once; what ends the exchange is the end of what the caller sends. */
    void refuse(Failure told) {
        departure.await();
        try {
            HttpServletResponse response = response();
            ServletProblems.write(
                    told, trace.traceId(), (HttpServletRequest) async.getRequest(), response);
            response.flushBuffer();
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, gone, () -> "Nobody takes the refusal of " + trace.traceId() + ".");
        }
    }

    /** The same to a caller who still owes data: nothing else comes on its connection. */
    void refuseOwing(Failure told) {
        departure.await();
        response().setHeader("Connection", "close");
        refuse(told);
    }

    /** The caller went away while it was answered. */
    void failed(Throwable gone) {
        LOG.log(Level.FINE, gone, () -> "Nobody takes the reply of " + trace.traceId() + ".");
        complete();
    }

    /** It is forgotten when this ends: containers keep their listeners for a while. */
    void leaves(OutgoingReply reply) {
        leaving = reply;
        if (ended) {
            reply.forget();
        }
    }

    /** Nothing is held for it any more. */
    void end() {
        ended = true;
        share.close();
        OutgoingReply its = leaving;
        if (its != null) {
            its.forget();
        }
    }

    void complete() {
        end();
        if (completed.compareAndSet(false, true)) {
            departure.await();
            try {
                async.complete();
            } catch (IllegalStateException ended) {
                LOG.log(Level.FINE, ended, () -> trace.traceId() + " had ended already.");
            }
        }
    }

    HttpServletResponse response() {
        return (HttpServletResponse) async.getResponse();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        completed.set(true);
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        if (!ended) {
            throw new IllegalStateException("An exchange is made asynchronous once.");
        }
    }
}
