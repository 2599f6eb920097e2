package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;

/**
 * A request that no thread carries at the moment. Its owner resumes it, finishes it or abandons it.
 * One thread at a time may resume or finish it. {@link #abandon} and {@link #close} are for any
 * thread at any moment, also while another thread resumes or finishes the request.
 */
public abstract sealed class PendingRequest implements Progress, AutoCloseable
        permits Progress.AwaitingSignIn, Progress.AwaitingBody, Progress.AwaitingReply {
    private static final Failure LATE =
            Failure.of(
                    ErrorCode.DEADLINE_EXCEEDED,
                    "The deadline passed before the request was answered; allow more time.");
    private static final Failure LEFT =
            Failure.of(
                    ErrorCode.REQUEST_INVALID, "The caller left before its request was answered.");

    private final RequestPipeline pipeline;
    private final RequestContext context;

    PendingRequest(RequestPipeline pipeline, RequestContext context) {
        this.pipeline = pipeline;
        this.context = context;
    }

    RequestContext context() {
        return context;
    }

    /**
     * The {@link System#nanoTime()} after which the caller does not want the answer; 0 while the
     * caller is not known.
     */
    public long deadlineNanos() {
        return context.deadlineNanos;
    }

    /**
     * Continues on a thread that must not wait long.
     *
     * @throws Failure as {@link RequestPipeline#start}; the one that it ended with where it was
     *     abandoned
     */
    public Progress resume() {
        return pipeline.resume(context);
    }

    /**
     * Continues on a thread that may wait, to the end.
     *
     * @throws Failure as {@link RequestPipeline#process}; the one that it ended with where it was
     *     abandoned
     */
    public ServiceReply finish() {
        return pipeline.finish(context);
    }

    /**
     * Ends the request, records it and releases what it holds. Does not wait. Where another thread
     * carries the request, the exchange that it waits for is closed, and that thread ends the
     * request. A second call does nothing.
     *
     * @return what the caller is told; after the end, the failure that the request ended with, or
     *     the given reason where the request was answered
     */
    public Failure abandon(Failure reason) {
        return pipeline.abandon(context, reason);
    }

    /**
     * Abandons the request because its deadline has passed, or else because its caller has left.
     * Does nothing after the end.
     */
    @Override
    public void close() {
        long deadline = deadlineNanos();
        abandon(deadline != 0 && deadline - System.nanoTime() <= 0 ? LATE : LEFT);
    }
}
