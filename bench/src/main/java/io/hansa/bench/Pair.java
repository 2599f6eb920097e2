package io.hansa.bench;

/** One round: directly and through the proxy, one right after the other. */
record Pair(Sample direct, Sample proxy) {
    double ratio() {
        return proxy.perSecond() / direct.perSecond();
    }

    double addedP50Micros() {
        return proxy.p50Micros() - direct.p50Micros();
    }

    long bad() {
        return direct.bad() + proxy.bad();
    }
}
