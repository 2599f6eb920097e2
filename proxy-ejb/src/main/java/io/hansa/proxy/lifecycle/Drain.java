package io.hansa.proxy.lifecycle;

import io.hansa.proxy.configuration.DrainTimes;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes the node out of use without a failed request, before the container stops anything:
 *
 * <ol>
 *   <li>It says that it is not ready and accepts nothing, and still serves for the delay.
 *   <li>It refuses what is new, and waits until nothing is in flight, at most for the time-out.
 *   <li>It lets the listeners refuse everything, because the container may go.
 * </ol>
 *
 * <p>Safe for many threads.
 */
public final class Drain {
    private static final Logger LOG = System.getLogger(Drain.class.getName());
    private static final long LOOK_MILLIS = 20;

    /**
     * Looks in a row that find nothing: a small reply is written by the container after its request
     * has left the node.
     */
    private static final int CALM_LOOKS = 5;

    private final NodeAdmission node;
    private final BodyMemoryBudget callers;
    private final DrainTimes times;
    private CountDownLatch stopped;
    private CountDownLatch resumed;

    public Drain(NodeAdmission node, BodyMemoryBudget callers, DrainTimes times) {
        this.node = node;
        this.callers = callers;
        this.times = times;
    }

    /**
     * Returns when nothing is in flight any more, or the time-out has passed, or {@link #resume}
     * was called. A second call waits for the first.
     *
     * @return whether the node is out of use now
     */
    public boolean run() throws InterruptedException {
        CountDownLatch end;
        CountDownLatch cancelled;
        boolean first;
        synchronized (this) {
            first = stopped == null;
            if (first) {
                stopped = new CountDownLatch(1);
                resumed = new CountDownLatch(1);
                begin();
            }
            end = stopped;
            cancelled = resumed;
        }
        if (first) {
            try {
                finish(cancelled);
            } finally {
                end.countDown();
            }
        } else {
            end.await();
        }
        return cancelled.getCount() > 0;
    }

    /**
     * Ends {@link #run} without a word, because the application is undeployed: another one may be
     * deployed in the same process and must not be told to stop.
     */
    synchronized void abandon() {
        if (stopped != null) {
            resumed.countDown();
        }
    }

    /** Puts the node into use again. */
    public synchronized void resume() {
        if (stopped != null) {
            resumed.countDown();
            stopped = null;
            node.resume();
            ListenerState.SERVING.tell();
            LOG.log(Level.INFO, "HANSA-2706 The node takes requests again.");
        }
    }

    private void begin() {
        node.announceEnd();
        ListenerState.DRAINING.tell();
        LOG.log(
                Level.INFO,
                "HANSA-2703 The node stops: it is not ready, serves for {0} more seconds, and then waits at most {1} seconds for requests in flight.",
                seconds(times.delay()),
                seconds(times.timeout()));
    }

    private void finish(CountDownLatch cancelled) throws InterruptedException {
        if (cancelled.await(times.delay().toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        synchronized (this) {
            if (cancelled.getCount() == 0) {
                return;
            }
            node.drain();
        }
        boolean idle = awaitIdle(cancelled);
        synchronized (this) {
            if (cancelled.getCount() == 0) {
                return;
            }
            ListenerState.STOPPED.tell();
        }
        if (idle) {
            LOG.log(Level.INFO, "HANSA-2704 The node has finished its requests.");
        } else {
            LOG.log(
                    Level.WARNING,
                    "HANSA-2705 The node ends with {0} requests in flight, because hansa.drain.timeout has passed.",
                    inFlight());
        }
    }

    private boolean awaitIdle(CountDownLatch cancelled) throws InterruptedException {
        long end = System.nanoTime() + times.timeout().toNanos();
        int calm = 0;
        while (calm < CALM_LOOKS) {
            calm = inFlight() == 0 ? calm + 1 : 0;
            if (calm == 0 && System.nanoTime() >= end) {
                return false;
            }
            if (cancelled.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** On the node, and those whose data comes or whose reply is being taken. */
    private int inFlight() {
        return node.inFlight() + callers.waiting() + callers.unauthenticated().waiting();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
