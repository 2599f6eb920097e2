package io.hansa.proxy.pipeline;

/** The steps of the request's way, but for the one that goes the way again. */
record PipelineSteps(Entrance entrance, CheckIdempotency recall, Route route, Send send) {
    /** What decides whether a request comes in. */
    record Entrance(Authenticate authenticate, Permit permit, Admit admit, Receive receive) {}
}
