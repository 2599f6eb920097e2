package io.hansa.grizzly;

import sun.misc.Signal;

/**
 * SIGTERM to the own process. {@code ProcessHandle} refuses to end the process that it is in, so
 * this is {@code sun.misc.Signal} of the JDK's module {@code jdk.unsupported} (JEP 260).
 */
final class TerminationSignal {
    private TerminationSignal() {}

    /**
     * Returns at once.
     *
     * @throws IllegalArgumentException where Java was started with {@code -Xrs}
     */
    static void raise() {
        Signal.raise(new Signal("TERM"));
    }
}
