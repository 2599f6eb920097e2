package io.hansa.proxy.probe;

import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.ServerProbe;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One server with a probe: when it is probed next, and how its latest probes came out. */
final class ProbedServer {
    /** Where the latest probe was not like those before, the next one comes that much sooner. */
    private static final int SOONER = 4;

    private static final int MIN_MILLIS = 100;

    /** So that the probes of many servers do not fall into step. */
    private static final double JITTER = 0.1;

    private final BusinessServer server;
    private final ServerProbe probe;
    private volatile long dueNanos;
    private volatile boolean running;
    private volatile int passedInRow;
    private volatile int failedInRow;

    /** The first probe comes at a random moment of the first interval. */
    ProbedServer(BusinessServer server, long now) {
        this.server = server;
        this.probe = server.probe();
        this.dueNanos = now + nanos((long) (probe.everyMillis() * random()));
    }

    BusinessServer server() {
        return server;
    }

    boolean due(long now) {
        return !running && now - dueNanos >= 0;
    }

    long dueNanos() {
        return dueNanos;
    }

    void begin() {
        running = true;
    }

    /** A server may take as long as a request, but not longer than until its next probe. */
    long limitNanos() {
        return nanos(Math.max(MIN_MILLIS, Math.min(server.timeoutMillis(), probe.everyMillis())));
    }

    void count(boolean passed) {
        passedInRow = passed ? passedInRow + 1 : 0;
        failedInRow = passed ? 0 : failedInRow + 1;
    }

    /**
     * @param began when the probe began: the pace does not depend on how long probes take
     */
    void end(long began) {
        dueNanos = began + nanos((long) (pauseMillis() * (1 - JITTER * random())));
        running = false;
    }

    private int pauseMillis() {
        boolean changing =
                failedInRow > 0 && failedInRow < probe.down()
                        || passedInRow > 0 && passedInRow < probe.up();
        return changing
                ? Math.min(probe.everyMillis(), Math.max(MIN_MILLIS, probe.everyMillis() / SOONER))
                : probe.everyMillis();
    }

    int inRow() {
        return Math.max(passedInRow, failedInRow);
    }

    boolean up() {
        return passedInRow >= probe.up();
    }

    boolean down() {
        return failedInRow >= probe.down();
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
