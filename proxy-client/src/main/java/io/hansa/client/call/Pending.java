package io.hansa.client.call;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The step that a call waits for. The transport, the timer and the program may all want to go on
 * with the call: the one that takes the step out does, and the others do nothing.
 */
final class Pending {
    private final AtomicReference<Step> step = new AtomicReference<>();

    void set(Step awaited) {
        step.set(awaited);
    }

    /** Null where the call waits for nothing. */
    Step get() {
        return step.get();
    }

    boolean take(Step awaited) {
        return step.compareAndSet(awaited, null);
    }

    void proceed(Step awaited, Runnable next) {
        if (take(awaited)) {
            next.run();
        }
    }

    /** Gives up what is under way, where there is something. */
    void abandon() {
        Step awaited = step.getAndSet(null);
        if (awaited != null) {
            awaited.abandon();
            awaited.release();
        }
    }
}
