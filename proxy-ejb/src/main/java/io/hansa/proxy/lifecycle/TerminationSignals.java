package io.hansa.proxy.lifecycle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Drains the node at SIGTERM and SIGINT, and only then lets the JVM stop. A shutdown hook would be
 * too late: hooks run side by side, and the container's own stops the application at once (Payara
 * 6.2025.10, WildFly 39.0.1). {@code sun.misc.Signal} is exported by the JDK's module {@code
 * jdk.unsupported} (JEP 260). Each signal has a thread of its own, which may wait.
 */
final class TerminationSignals implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TerminationSignals.class.getName());

    private final Drain drain;
    private final List<Replaced> replaced = new ArrayList<>();

    private record Replaced(Signal signal, SignalHandler own, SignalHandler before) {}

    TerminationSignals(Drain drain) {
        this.drain = drain;
    }

    /** To be called once. */
    void watch() {
        for (String name : List.of("TERM", "INT")) {
            try {
                watch(new Signal(name));
            } catch (IllegalArgumentException | LinkageError taken) {
                LOG.log(
                        Level.WARNING,
                        "HANSA-2707 The node cannot drain at SIG{0}: {1}. Start Java without -Xrs, or drain the node by an override before it stops.",
                        name,
                        taken.getMessage());
            }
        }
    }

    private void watch(Signal signal) {
        Handler own = new Handler();
        SignalHandler before = Signal.handle(signal, own);
        if (before == SignalHandler.SIG_IGN) {
            Signal.handle(signal, before);
            return;
        }
        own.before = before;
        replaced.add(new Replaced(signal, own, before));
    }

    /** Puts the former handlers back, unless others have taken their place since. */
    @Override
    public void close() {
        for (Replaced each : replaced) {
            SignalHandler last = Signal.handle(each.signal(), each.before());
            if (last != each.own()) {
                Signal.handle(each.signal(), last);
            }
        }
        replaced.clear();
    }

    private final class Handler implements SignalHandler {
        private volatile SignalHandler before = SignalHandler.SIG_DFL;

        @Override
        public void handle(Signal signal) {
            try {
                drain.run();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error defect) {
                LOG.log(Level.WARNING, "HANSA-2708 The node ends without draining.", defect);
            }
            before.handle(signal);
        }
    }
}
