package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.PendingRequest;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.container.ContainerBehaviour;
import io.hansa.web.problem.ServletProblems;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request and its response that hold no thread while they wait. Its end (completion, a caller
 * that left, or the container's time-out) releases the lease of memory and what {@link
 * #releaseAtEnd} was given, such as the pending request. After a time-out within a response the
 * container closes the connection. Safe for many threads.
 */
final class AsyncExchange implements AsyncListener {
    private static final Logger LOG = System.getLogger(AsyncExchange.class.getName());
    private static final Runnable NOTHING = () -> {};

    private final AsyncContext async;
    private final BodyMemoryBudget.Lease lease;
    private final TraceContext trace;
    private final Executor threads;
    private final ContainerReturnGuard guard;
    private final AtomicBoolean completed = new AtomicBoolean();
    private volatile Runnable release = NOTHING;
    private volatile boolean ended;

    /**
     * To be called on the thread that brought the request.
     *
     * @param timeoutMillis after which the container ends it; 0: never
     */
    AsyncExchange(
            AsyncContext async,
            BodyMemoryBudget.Lease lease,
            TraceContext trace,
            Executor threads,
            ContainerBehaviour container,
            long timeoutMillis) {
        this.async = async;
        this.lease = lease;
        this.trace = trace;
        this.threads = threads;
        this.guard = ContainerReturnGuard.forThisThread(container);
        async.setTimeout(timeoutMillis);
        async.addListener(this);
    }

    BodyMemoryBudget.Lease lease() {
        return lease;
    }

    HttpServletResponse response() {
        return (HttpServletResponse) async.getResponse();
    }

    /** On a thread that may wait, or on this one where none is left. */
    void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException allBusy) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-5203 No thread is left to continue trace {0}.",
                    trace.traceId());
            task.run();
        }
    }

    /** Finishes the request on this thread, which may wait, and sends its reply. */
    void answer(PendingRequest pending) {
        try {
            ServiceReply reply = pending.finish();
            if (ended) {
                return;
            }
            lease.holdOnly(reply.data().length);
            guard.await();
            OutgoingReply.head(reply, trace, response());
            OutgoingReply.write(reply.data(), this);
        } catch (Failure failure) {
            fail(failure);
        } catch (IOException callerLeft) {
            failed(callerLeft);
        }
    }

    /**
     * Lets the container bring the request again.
     *
     * @param path where; null: where it came first
     * @return whether the container accepted that; the exchange has ended otherwise
     */
    boolean dispatch(String path) {
        guard.await();
        try {
            if (path == null) {
                async.dispatch();
            } else {
                async.dispatch(path);
            }
            return true;
        } catch (IllegalStateException alreadyEnded) {
            LOG.log(Level.DEBUG, () -> trace.traceId() + " had ended already.", alreadyEnded);
            end();
        } catch (RuntimeException defect) {
            LOG.log(
                    Level.WARNING,
                    () -> "HANSA-5204 Trace " + trace.traceId() + " could not be continued.",
                    defect);
            complete();
        }
        return false;
    }

    /**
     * Sends a refusal and leaves the exchange open: the end of the body completes it. Does nothing
     * after the end: the container may use the response for another request then.
     */
    void refuse(Failure refusal) {
        guard.await();
        if (ended) {
            return;
        }
        try {
            HttpServletRequest request = (HttpServletRequest) async.getRequest();
            HttpServletResponse response = response();
            ServletProblems.write(refusal, trace.traceId(), request, response);
            response.flushBuffer();
        } catch (IOException | IllegalStateException callerLeft) {
            LOG.log(Level.DEBUG, () -> "The caller of " + trace.traceId() + " left.", callerLeft);
        }
    }

    /** Sends a refusal and completes the exchange. */
    void fail(Failure refusal) {
        refuse(refusal);
        complete();
    }

    /** As {@link #refuse}; the connection takes no further request. */
    void refuseAndClose(Failure refusal) {
        guard.await();
        if (!ended) {
            response().setHeader("Connection", "close");
            refuse(refusal);
        }
    }

    /** The caller left while it was answered. */
    void failed(Throwable callerLeft) {
        LOG.log(Level.DEBUG, () -> "The caller of " + trace.traceId() + " left.", callerLeft);
        complete();
    }

    /**
     * What is to be released at the end, instead of what was given before; now, if that has come.
     * It may be released twice.
     */
    void releaseAtEnd(Runnable release) {
        this.release = release;
        if (ended) {
            release.run();
        }
    }

    /**
     * Lets the container bring the request again to a thread that takes over what was to be
     * released at the end. Where the container does not, that is released.
     */
    void handOverTo(String path) {
        Runnable handedOver = release;
        release = NOTHING;
        end();
        if (!dispatch(path)) {
            handedOver.run();
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** Releases everything. Containers keep their listeners, and so this object, for a while. */
    void end() {
        ended = true;
        lease.close();
        Runnable last = release;
        release = NOTHING;
        last.run();
    }

    void complete() {
        end();
        if (completed.compareAndSet(false, true)) {
            guard.await();
            try {
                async.complete();
            } catch (IllegalStateException alreadyEnded) {
                LOG.log(Level.DEBUG, () -> trace.traceId() + " had ended already.", alreadyEnded);
            }
        }
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
            throw new IllegalStateException("A request becomes asynchronous once.");
        }
    }
}
