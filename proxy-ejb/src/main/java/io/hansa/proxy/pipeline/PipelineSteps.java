package io.hansa.proxy.pipeline;

/** The steps of the pipeline, except {@link FollowAssistance}, which the pipeline makes itself. */
record PipelineSteps(Entrance entrance, CheckIdempotency checkIdempotency, Route route, Send send) {
    /** What decides whether a request comes in. */
    record Entrance(Authenticate authenticate, Permit permit, Admit admit, Receive receive) {}
}
