package io.hansa.proxy.pipeline;

import io.hansa.proxy.failure.Failure;

/** One step of the pipeline. Safe for many threads; it writes what it decides into the context. */
interface Step {
    /** For traces. */
    String name();

    /**
     * @param mayBlock whether this thread may wait long. If not, the step returns an awaiting
     *     result instead of waiting, and is taken again later
     * @throws Failure where the request ends here
     */
    StepResult take(RequestContext context, boolean mayBlock);

    /**
     * The request has ended, with any outcome, and had reached this step. Releases what the step
     * holds; a second call does nothing.
     */
    default void release(RequestContext context) {}
}
