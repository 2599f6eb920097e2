package io.hansa.proxy.pipeline;

import io.hansa.proxy.failure.Failure;

/**
 * One request on its way, which may stop once for the check of a password, once where its data has
 * not arrived whole, and once where a thread has to wait for long. Whoever brought it sees to it
 * that it goes on then, on whatever thread, or gives up; one of the two, and once.
 */
public final class RequestExecution {
    private final RequestPipeline way;
    private final RequestContext call;

    RequestExecution(RequestPipeline way, RequestContext call) {
        this.way = way;
        this.call = call;
    }

    /**
     * Goes on a thread that has other things to do: to the end, or to where data is missing or an
     * answer is not there soon.
     *
     * @return null where it has stopped
     * @throws Failure as {@link RequestPipeline#process}
     */
    public ServiceReply go() {
        return way.go(call, true);
    }

    /**
     * Goes on a thread that may wait: to the end, or to where data is missing.
     *
     * @return null where data is awaited
     * @throws Failure as {@link RequestPipeline#process}
     */
    public ServiceReply goToTheEnd() {
        return way.go(call, false);
    }

    /** What it has stopped for; null where it has not. */
    public Awaited awaited() {
        return call.awaited;
    }

    /**
     * Calls that once, when the password has been checked that this has stopped for: at once, or on
     * a thread that has other things to do.
     */
    public void whenPasswordChecked(Runnable goOn) {
        call.signingIn.whenComplete((caller, failure) -> goOn.run());
    }

    /**
     * The {@link System#nanoTime()} after which nobody wants the answer; known once it has stopped.
     */
    public long deadlineNanos() {
        return call.deadlineNanos;
    }

    /** Ends a request whose data does not come. @return what the caller is told */
    public Failure giveUp(Failure reason) {
        return way.giveUp(call, reason);
    }
}
