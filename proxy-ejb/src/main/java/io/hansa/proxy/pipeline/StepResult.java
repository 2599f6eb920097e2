package io.hansa.proxy.pipeline;

/** What a step of the pipeline says about the request. */
enum StepResult {
    /** The next step follows. */
    COMPLETED,
    /** The answer is known: no further step is taken. */
    ANSWERED,
    /** The step is taken again when the caller's password has been checked. */
    AWAITING_SIGN_IN,
    /** The step is taken again when more of the body has arrived. */
    AWAITING_BODY,
    /** The step is taken again by a thread that may wait. */
    AWAITING_THREAD;

    boolean pending() {
        return compareTo(ANSWERED) > 0;
    }
}
