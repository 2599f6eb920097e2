package io.hansa.proxy.pipeline;

/** The steps of the pipeline, except the one that runs it again. */
record PipelineSteps(Entrance entrance, CheckIdempotency recall, Route route, Send send) {
    /** What decides whether a request comes in. */
    record Entrance(Authenticate authenticate, Permit permit, Admit admit, Receive receive) {}
}
