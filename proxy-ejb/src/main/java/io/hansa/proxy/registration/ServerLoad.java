package io.hansa.proxy.registration;

import io.hansa.proxy.routing.Workload;

/**
 * The load of one business server, as it is whenever it is asked for.
 *
 * @param capacity how many requests it is declared to do at once
 */
public record ServerLoad(String server, Workload workload, int capacity) {
    /** In hand ÷ capacity. */
    public double now() {
        return workload.load(capacity);
    }
}
