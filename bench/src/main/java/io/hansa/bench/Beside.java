package io.hansa.bench;

/** One round: what was measured, between two rounds of the usual. */
record Beside(Sample before, Sample its, Sample after) {
    /** CPU time of a request, in times of the usual. */
    double cpu() {
        return its.cpuPerThousand() / ((before.cpuPerThousand() + after.cpuPerThousand()) / 2);
    }

    /** Requests a second, in times of the usual. */
    double throughput() {
        return its.perSecond() / ((before.perSecond() + after.perSecond()) / 2);
    }
}
