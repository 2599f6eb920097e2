package io.hansa.client.testkit;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Which fault the next call meets. For many threads. */
final class Faults {
    private final ConcurrentLinkedQueue<Fault> next = new ConcurrentLinkedQueue<>();
    private volatile Fault always;

    void always(Fault fault) {
        always = fault;
    }

    void next(int calls, Fault fault) {
        for (int call = 0; call < calls; call++) {
            next.add(fault);
        }
    }

    /** Null for none. */
    Fault take() {
        Fault one = next.poll();
        return one == null ? always : one;
    }

    void clear() {
        next.clear();
        always = null;
    }
}
