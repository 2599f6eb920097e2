package io.hansa.proxy.pipeline;

import io.hansa.proxy.failure.Failure;

/**
 * One step of the request's way. Safe for many threads; what it decides it writes into the call.
 */
interface Step {
    /** For traces. */
    String name();

    /**
     * @throws Failure where the request ends here
     */
    void take(RequestContext call);

    /** Called once for every call that reached this step, when it has ended, however it ended. */
    default void ended(RequestContext call) {}
}
