package io.hansa.proxy.routing;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.tracing.TraceContext;

/**
 * What a destination is asked to do.
 *
 * @param data not copied and not changed by anybody
 * @param contentType null where the caller named none
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
        String contentType,
        long deadlineNanos,
        long usualMillis,
        int retries,
        boolean once,
        Caller caller,
        TraceContext trace,
        Visits visits) {
    public long remainingMillis() {
        return Math.max(0, (deadlineNanos - System.nanoTime()) / 1_000_000);
    }
}
