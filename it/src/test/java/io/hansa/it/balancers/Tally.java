package io.hansa.it.balancers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.balancers.MixedLoad.Kind;
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

    void add(Kind kind, Outcome outcome, long millis) {
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

    /** Fails where a request was not answered, or not within its own time limit. */
    void requireNothing() {
        assertThat(of(Ending.UNKNOWN)).as("%s", this).isZero();
        assertThat(of(Ending.REFUSED)).as("%s", this).isZero();
        requireNothingElse();
    }

    /** The same, but requests with a key were refused, and it is told why. */
    void requireOnlyKeysRefused() {
        int keyed =
                of(Kind.KEYED + " 503 registry-unavailable")
                        + of(Kind.KEYED_ONCE + " 503 registry-unavailable");
        assertThat(keyed).as("%s", this).isPositive();
        assertThat(of(Ending.REFUSED)).as("%s", this).isEqualTo(keyed);
        requireNothingElse();
    }

    /** Fails where one ended in no way of Hansa's, or after its own time limit. */
    void requireNothingElse() {
        assertThat(of(Ending.WRONG)).as("%s", this).isZero();
        assertThat(late()).as("%s", this).isZero();
    }

    @Override
    public String toString() {
        return "%s, late %d, the longest %d ms"
                .formatted(new TreeMap<>(texts), late.get(), longestMillis.get());
    }
}
