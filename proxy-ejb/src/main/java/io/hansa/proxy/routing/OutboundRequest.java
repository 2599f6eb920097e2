package io.hansa.proxy.routing;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.tracing.TraceContext;

/**
 * What a destination is asked to do.
 *
 * @param data not copied; no thread may change it
 * @param head what the caller says besides the data
 * @param deadlineNanos the {@link System#nanoTime()} after which the caller does not want the
 *     answer
 * @param usualMillis what the capability allows a request, independent of the time that is left
 * @param retries how many more times the request may be sent again, on this proxy or a later one
 * @param once whether the capability takes each request once, so that its proof of the caller
 *     serves this request only
 * @param visits the path so far, this proxy included
 */
public record OutboundRequest(
        String capability,
        byte[] data,
        RequestHead head,
        long deadlineNanos,
        long usualMillis,
        int retries,
        boolean once,
        Caller caller,
        TraceContext trace,
        Visits visits) {
    /** Null where the caller named none. */
    public String contentType() {
        return head.contentType();
    }

    public long remainingMillis() {
        return Math.max(0, (deadlineNanos - System.nanoTime()) / 1_000_000);
    }
}
