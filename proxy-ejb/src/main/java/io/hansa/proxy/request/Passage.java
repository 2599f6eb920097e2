package io.hansa.proxy.request;

import io.hansa.proxy.failure.Failure;

/**
 * One request on its way, which stops once where its data has not arrived whole. Whoever brought it waits for the data and
 * goes on then, on whatever thread, or gives up; one of the two, and once.
 */
public final class Passage {
    private final RequestWay way;
    private final Call call;

    Passage(RequestWay way, Call call) {
        this.way = way;
        this.call = call;
    }

    /**
     * Goes to the end, or to where data is missing.
     *
     * @return null where the data is awaited
     * @throws Failure as {@link RequestWay#process}
     */
    public ServiceReply go() {
        return way.go(call);
    }

    /** The {@link System#nanoTime()} after which nobody wants the answer; known once data is awaited. */
    public long deadlineNanos() {
        return call.deadlineNanos;
    }

    /** Ends a request whose data does not come. @return what the caller is told */
    public Failure giveUp(Failure reason) {
        return way.giveUp(call, reason);
    }
}
