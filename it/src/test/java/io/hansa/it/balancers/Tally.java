package io.hansa.it.balancers;

import io.hansa.it.balancers.Outcome.Ending;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the requests of one phase. For many threads. */
final class Tally {
    /** What the caller's own machine and the balancer may add. */
    private static final int SLACK_MILLIS = 500;

    private final Map<String, Integer> texts = new ConcurrentHashMap<>();
    private final Map<Ending, Integer> endings = new ConcurrentHashMap<>();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicLong longestMillis = new AtomicLong();

    void add(MixedLoad.Kind kind, Outcome outcome, long millis) {
        longestMillis.accumulateAndGet(millis, Math::max);
        if (millis > MixedLoad.LIMIT_MILLIS + SLACK_MILLIS) {
            late.incrementAndGet();
        }
        boolean plain = outcome.ending() == Ending.ANSWERED || outcome.ending() == Ending.DENIED;
        texts.merge(plain ? outcome.text() : kind + " " + outcome.text(), 1, Integer::sum);
        endings.merge(outcome.ending(), 1, Integer::sum);
    }

    void left() {
        texts.merge("left", 1, Integer::sum);
        endings.merge(Ending.LEFT, 1, Integer::sum);
    }

    int of(Ending ending) {
        return endings.getOrDefault(ending, 0);
    }

    int ended() {
        return endings.values().stream().mapToInt(Integer::intValue).sum();
    }

    int answered() {
        return of(Ending.ANSWERED);
    }

    /** How many were ended after their own time limit. */
    int late() {
        return late.get();
    }

    /** How many requests have ended so. */
    int of(String text) {
        return texts.getOrDefault(text, 0);
    }

    @Override
    public String toString() {
        return "%s, late %d, the longest %d ms"
                .formatted(new TreeMap<>(texts), late.get(), longestMillis.get());
    }
}
