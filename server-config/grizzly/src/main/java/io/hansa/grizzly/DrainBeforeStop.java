package io.hansa.grizzly;

import io.hansa.http.NodeState;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.api.event.EventListener;
import org.glassfish.api.event.EventTypes;
import org.glassfish.api.event.Events;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.internal.api.Globals;

/**
 * Drains the node when Payara stops without a signal, by {@code asadmin stop-domain}. Payara tells
 * that before it stops anything, and waits for those it tells. This sends the process SIGTERM,
 * which the node handles, and waits until the node has drained. Payara's own reaction to the signal
 * then finds it stopping already. Safe for many threads.
 */
final class DrainBeforeStop implements EventListener {
    private static final Logger LOG = Grizzly.logger(DrainBeforeStop.class);
    private static final AtomicBoolean REGISTERED = new AtomicBoolean();
    private static final long LOOK_MILLIS = 20;

    /** Of a drain that does not end, although its own times are bounded. */
    private static final long MAX_MILLIS = 300_000;

    private final Runnable signal;
    private final BooleanSupplier told;

    DrainBeforeStop() {
        this(TerminationSignal::raise, NodeState::isTold);
    }

    /**
     * @param signal sends SIGTERM
     * @param told whether an application has told its state, and so handles the signal
     */
    DrainBeforeStop(Runnable signal, BooleanSupplier told) {
        this.signal = signal;
        this.told = told;
    }

    /** Once for all listeners; nothing where Grizzly runs without Payara. */
    static void register() {
        try {
            Events events = Globals.get(Events.class);
            if (events != null && REGISTERED.compareAndSet(false, true)) {
                events.register(new DrainBeforeStop());
            }
        } catch (LinkageError | RuntimeException otherServer) {
            warn(otherServer);
        }
    }

    @Override
    public void event(Event<?> event) {
        if (event.type() == EventTypes.PREPARE_SHUTDOWN) {
            drain();
        }
    }

    private void drain() {
        if (!told.getAsBoolean() || NodeState.now() == NodeState.STARTING) {
            return;
        }
        try {
            if (NodeState.now() == NodeState.SERVING) {
                signal.run();
            }
            awaitStopped();
        } catch (IllegalArgumentException withoutSignals) {
            warn(withoutSignals);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitStopped() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAX_MILLIS);
        CountDownLatch never = new CountDownLatch(1);
        while (NodeState.now() != NodeState.STOPPED && System.nanoTime() < end) {
            if (never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static void warn(Throwable cause) {
        LOG.log(
                Level.WARNING,
                "HANSA-7104 The node does not drain at asadmin stop-domain: {0}",
                cause.toString());
    }
}
