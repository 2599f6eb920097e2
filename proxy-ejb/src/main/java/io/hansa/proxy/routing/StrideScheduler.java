package io.hansa.proxy.routing;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chooses the next candidate by weights (stride scheduling: Waldspurger and Weihl, 1995). Each
 * candidate has a pass that grows with each choice, by more the smaller its share is. The lowest
 * pass is next. No pass counts for less than that of the candidate chosen last, so a candidate that
 * was away does not catch up. So the search ends at the first who has come no further than that
 * one, and it begins after it; where weights are equal, that is the very next but once in a round.
 * Lock-free.
 */
final class StrideScheduler {
    /** Divisible by all small weights, so that nothing is lost in rounding. */
    private static final double STRIDE = 720_720;

    private final AtomicLong[] passes;
    private final AtomicLong now;

    /**
     * Where the search begins. Threads may overwrite each other's, between two looks, too: it only
     * saves time.
     */
    private int from;

    StrideScheduler(int many) {
        this(new AtomicLong[many], new AtomicLong());
    }

    private StrideScheduler(AtomicLong[] passes, AtomicLong now) {
        this.passes = passes;
        this.now = now;
        for (int i = 0; i < passes.length; i++) {
            if (passes[i] == null) {
                passes[i] = new AtomicLong(now.get());
            }
        }
    }

    AtomicLong pass(int place) {
        return passes[place];
    }

    /** The turns of some, among all. */
    StrideScheduler only(List<AtomicLong> its) {
        return new StrideScheduler(its.toArray(AtomicLong[]::new), now);
    }

    /** The turns of others from now on. @param its passes; null: one that had none yet */
    StrideScheduler replacedBy(List<AtomicLong> its) {
        return new StrideScheduler(its.toArray(AtomicLong[]::new), new AtomicLong(now.get()));
    }

    /** A copy of the passes, which advances on its own. */
    StrideScheduler copy() {
        AtomicLong[] its = new AtomicLong[passes.length];
        for (int i = 0; i < its.length; i++) {
            its[i] = new AtomicLong(passes[i].get());
        }
        StrideScheduler copy = new StrideScheduler(its, new AtomicLong(now.get()));
        copy.from = from;
        return copy;
    }

    /** The index of the candidate with the lowest pass. At least one must be remaining. */
    int next(RemainingCandidates remaining) {
        while (true) {
            long since = now.get();
            int lowest = -1;
            long min = Long.MAX_VALUE;
            int first = from;
            int place = first < passes.length ? first : 0;
            for (int looked = 0; looked < passes.length && (lowest < 0 || min > since); looked++) {
                long pass = passes[place].get();
                if (pass < min && remaining.has(place)) {
                    lowest = place;
                    min = pass;
                }
                place = place + 1 == passes.length ? 0 : place + 1;
            }
            if (took(lowest, min, Math.max(min, since), remaining.get(lowest).reliableShare())) {
                return lowest;
            }
        }
    }

    /** False where another thread was faster. */
    private boolean took(int place, long before, long pass, double share) {
        if (!passes[place].compareAndSet(before, pass + (long) (STRIDE / share))) {
            return false;
        }
        if (now.get() < pass) {
            now.accumulateAndGet(pass, Math::max);
        }
        from = place + 1;
        return true;
    }
}
