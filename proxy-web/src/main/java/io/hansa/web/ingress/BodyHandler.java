package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;

/** What a body that comes by and by is for. One of the two ends happens, and once. */
interface BodyHandler {
    /** The {@link System#nanoTime()} after which the body is not waited for any more. */
    long deadlineNanos();

    /** The body is whole. On a thread that may wait. */
    void whole(AsyncExchange exchange);

    /** The body does not come. @return what the caller is told */
    Failure giveUp(Failure reason);
}
