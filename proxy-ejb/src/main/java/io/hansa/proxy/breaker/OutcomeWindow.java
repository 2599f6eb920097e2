package io.hansa.proxy.breaker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The latest outcomes of one target, so many at most. Recording takes no lock and allocates
 * nothing; safe for many threads.
 */
final class OutcomeWindow {
    private static final int NONE = 0;
    private static final int GOOD = 1;
    private static final int SLOW = 2;
    private static final int FAILED = 3;

    /** Failures are counted in the lower half of one number, slow outcomes in the upper half. */
    private static final long ONE_FAILED = 1;

    private static final long ONE_SLOW = 1L << Integer.SIZE;
    private static final float NO_SHARE = -1;
    private static final float PERCENT = 100;

    private final AtomicIntegerArray latest;
    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong counts = new AtomicLong();
    private final AtomicInteger silentInRow = new AtomicInteger();

    OutcomeWindow(int size) {
        latest = new AtomicIntegerArray(size);
    }

    void record(Outcome outcome) {
        if (outcome == Outcome.SILENT) {
            silentInRow.incrementAndGet();
        } else if (silentInRow.get() != 0) {
            silentInRow.set(0);
        }
        int place = (int) (recorded.getAndIncrement() % latest.length());
        int now = outcome.failed() ? FAILED : outcome == Outcome.SLOW ? SLOW : GOOD;
        if (now != latest.get(place)) {
            long change = counted(now) - counted(latest.getAndSet(place, now));
            if (change != 0) {
                counts.addAndGet(change);
            }
        }
    }

    private static long counted(int outcome) {
        return outcome == FAILED ? ONE_FAILED : outcome == SLOW ? ONE_SLOW : NONE;
    }

    /** Whether all outcomes are good, so that no share needs to be looked at. */
    boolean allGood() {
        return counts.get() == 0;
    }

    int size() {
        return (int) Math.min(recorded.get(), latest.length());
    }

    int failed() {
        return (int) counts.get();
    }

    int slow() {
        return (int) (counts.get() >>> Integer.SIZE);
    }

    /** How many of the latest exchanges in a row got no answer in time. */
    int silentInRow() {
        return silentInRow.get();
    }

    /** Negative as long as the window is not half full. */
    float failurePercent() {
        return share(failed());
    }

    /** Negative as long as the window is not half full. */
    float slowPercent() {
        return share(slow());
    }

    private float share(int some) {
        int size = size();
        return size < Math.max(1, latest.length() / 2) ? NO_SHARE : some * PERCENT / size;
    }
}
