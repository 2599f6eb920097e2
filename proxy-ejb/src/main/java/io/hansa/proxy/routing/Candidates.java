package io.hansa.proxy.routing;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The destinations that have one capability, and their scheduler. They change as a whole, and not
 * while they are chosen from. Safe for many threads.
 */
public final class Candidates {
    public static final Candidates NONE = of(List.of());

    private final List<Destination> all;
    private final StrideScheduler scheduler;

    /**
     * The greatest share so far: how much less another one has says how often it is not drawn.
     * Shares of who warms up grow.
     */
    private volatile double greatestShare;

    private Candidates(List<Destination> all, StrideScheduler scheduler) {
        this.all = all;
        this.scheduler = scheduler;
        double greatest = 0;
        for (Destination one : all) {
            greatest = Math.max(greatest, one.share());
        }
        greatestShare = greatest;
    }

    public static Candidates of(List<Destination> all) {
        return new Candidates(List.copyOf(all), new StrideScheduler(all.size()));
    }

    /**
     * Replaces the candidates. One that stays, by name, keeps its pass; a new one starts at the
     * lowest pass.
     */
    public Candidates replacedBy(List<Destination> others) {
        Map<String, AtomicLong> before = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            before.put(all.get(i).name(), scheduler.pass(i));
        }
        return new Candidates(
                List.copyOf(others),
                scheduler.replacedBy(
                        others.stream().map(other -> before.get(other.name())).toList()));
    }

    /** Some of them, who take their turns among all. */
    public Candidates only(int... places) {
        return new Candidates(
                IntStream.of(places).mapToObj(all::get).toList(),
                scheduler.only(IntStream.of(places).mapToObj(scheduler::pass).toList()));
    }

    /** The same ones with turns of their own, from as they are now. Choosing changes only those. */
    public Candidates copy() {
        return new Candidates(all, scheduler.copy());
    }

    public List<Destination> all() {
        return all;
    }

    /**
     * @param takesWork asked of each before it is chosen
     */
    public Choice choice(Balancing balancing, Predicate<Destination> takesWork) {
        return new Choice(this, balancing, takesWork);
    }

    StrideScheduler scheduler() {
        return scheduler;
    }

    /** Of all candidates that were examined, this one included. */
    double greatestShare(double one) {
        double greatest = greatestShare;
        if (one > greatest) {
            greatestShare = one;
            return one;
        }
        return greatest;
    }
}
