package io.hansa.proxy.routing;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.function.Predicate;

/**
 * One request's choice among candidates. The next is chosen when it is asked for and not before, as
 * hardly any request needs a second; so the choice costs about the same among many. For one thread
 * at a time.
 */
public final class Choice {
    private static final int NONE = -1;

    private final Candidates candidates;
    private final Balancing balancing;
    private final Predicate<Destination> takesWork;
    private final RemainingCandidates remaining;
    private int latest = NONE;

    Choice(Candidates candidates, Balancing balancing, Predicate<Destination> takesWork) {
        this.candidates = candidates;
        this.balancing = balancing;
        this.takesWork = takesWork;
        this.remaining = new RemainingCandidates(candidates.all());
    }

    /**
     * The next best that takes work, none twice.
     *
     * @return null where there is none
     */
    public Destination next() {
        while (true) {
            if (latest != NONE) {
                remaining.remove(latest);
            }
            if (remaining.many() == 0) {
                latest = NONE;
                return null;
            }
            latest = Balancer.choose(balancing, candidates, remaining);
            Destination chosen = remaining.get(latest);
            if (takesWork.test(chosen)) {
                return chosen;
            }
        }
    }
}
