package io.hansa.proxy.routing;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whose turn it is for one capability, by weights (stride scheduling: Waldspurger and Weihl, 1995). Everybody has a pass
 * that grows with each turn, by more the less is its share; the lowest is next. Who was away comes back at the pass of
 * those who were not, and owes nothing. Lock-free.
 */
final class Turns {
    /** Divisible by all small weights, so that nothing is lost in rounding. */
    private static final double STRIDE = 720_720;

    private final ConcurrentHashMap<String, AtomicLong> passes = new ConcurrentHashMap<>();
    private final AtomicLong now = new AtomicLong();

    /** The index of the candidate whose turn it is. */
    int next(List<Destination> candidates) {
        while (true) {
            long since = now.get();
            int next = 0;
            AtomicLong lowest = null;
            long pass = Long.MAX_VALUE;
            for (int i = 0; i < candidates.size(); i++) {
                AtomicLong its = passOf(candidates.get(i), since);
                long value = Math.max(its.get(), since);
                if (value < pass) {
                    next = i;
                    lowest = its;
                    pass = value;
                }
            }
            long before = lowest.get();
            long stride = (long) (STRIDE / candidates.get(next).share());
            if (before <= pass && lowest.compareAndSet(before, pass + stride)) {
                now.accumulateAndGet(pass, Math::max);
                return next;
            }
        }
    }

    private AtomicLong passOf(Destination candidate, long since) {
        AtomicLong pass = passes.get(candidate.name());
        return pass != null
                ? pass
                : passes.computeIfAbsent(candidate.name(), name -> new AtomicLong(since));
    }

    /** Forgets those that are no more. */
    void keepOnly(List<Destination> candidates) {
        if (passes.size() > 2 * candidates.size() + 8) {
            passes.keySet()
                    .removeIf(name -> candidates.stream().noneMatch(c -> c.name().equals(name)));
        }
    }
}
