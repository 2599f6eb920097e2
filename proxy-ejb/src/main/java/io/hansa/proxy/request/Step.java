package io.hansa.proxy.request;

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
    void take(Call call);

    /** Called once for every call that reached this step, when it has ended, however it ended. */
    default void ended(Call call) {}
}
