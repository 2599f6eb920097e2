package io.hansa.proxy.routing;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.tracing.TraceContext;

/**
 * What a destination is asked to do.
 *
 * @param data not copied and not changed by anybody
 * @param head what the caller says besides the data
 * @param deadlineNanos the {@link System#nanoTime()} after which nobody wants the answer
 * @param usualMillis what the capability allows a request, whatever is left of it now
 * @param retries how many more times the request may be sent anew, here or further on
 * @param once whether the capability takes each request once, so that whoever proves who asks
 *     proves it for this request only
 * @param visits the way so far, this proxy included
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
