package io.hansa.proxy.request;

/** The steps of the request's way, but for the one that goes the way again. */
record RequestSteps(Entrance entrance, Recall recall, Route route, Send send) {
    /** What decides whether a request comes in. */
    record Entrance(Authenticate authenticate, Permit permit, Admit admit, Receive receive) {}
}
