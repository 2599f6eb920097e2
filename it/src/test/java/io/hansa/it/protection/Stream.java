package io.hansa.it.protection;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ProxySystem;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Requests for one capability at a steady pace, however slowly they are answered, until it is
 * closed. What a stall of this machine made it miss is not made up for: that would be a burst that
 * no test ordered.
 */
final class Stream implements AutoCloseable {
    private static final int MOST_UNDER_WAY = 600;

    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
    private final ProxySystem proxy;
    private final String capability;
    private final Credentials caller;
    private final ScheduledFuture<?> task;
    private final long period;
    private volatile Tally tally = new Tally();
    private long last;

    private Stream(ProxySystem proxy, String capability, Credentials caller, int perSecond) {
        this.proxy = proxy;
        this.capability = capability;
        this.caller = caller;
        this.period = 1_000_000_000L / perSecond;
        this.last = System.nanoTime() - period;
        this.task = pace.scheduleAtFixedRate(this::ask, 0, period, TimeUnit.NANOSECONDS);
    }

    static Stream of(ProxySystem proxy, String capability, Credentials caller, int perSecond) {
        return new Stream(proxy, capability, caller, perSecond);
    }

    /** Resets the count; returns what was counted so far. */
    Tally next() {
        Tally before = tally;
        tally = new Tally();
        return before;
    }

    private void ask() {
        long began = System.nanoTime();
        if (began - last < period / 2) {
            return;
        }
        last = began;
        Tally its = tally;
        if (!underWay.tryAcquire()) {
            its.notAsked();
            return;
        }
        proxy.call(capability)
                .as(caller)
                .text("data")
                .sendAsync()
                .whenComplete(
                        (reply, failed) -> {
                            underWay.release();
                            its.count(reply, System.nanoTime() - began);
                        });
    }

    /** Ends the pace and waits for what is in flight. */
    Tally end() throws InterruptedException {
        task.cancel(false);
        if (!underWay.tryAcquire(MOST_UNDER_WAY, 30, TimeUnit.SECONDS)) {
            throw new AssertionError("Requests for " + capability + " were not answered at all.");
        }
        underWay.release(MOST_UNDER_WAY);
        return tally;
    }

    @Override
    public void close() {
        task.cancel(false);
        pace.shutdownNow();
    }
}
