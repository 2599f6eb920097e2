package io.hansa.proxy.request;

/** The steps of the request's way, but for the one that goes the way again. */
record RequestSteps(
        Authenticate authenticate,
        Permit permit,
        Admit admit,
        Recall recall,
        Route route,
        Send send) {}
