package io.hansa.proxy.routing;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Puts destinations into the order in which they are tried, by their shares. Safe for many threads. */
public final class Balancer {
    private final ConcurrentHashMap<String, Turns> turns = new ConcurrentHashMap<>();

    /** The first is the choice, the others follow if it cannot be reached; none is asked twice. */
    public List<Destination> order(
            String capability, Balancing balancing, List<Destination> candidates) {
        if (candidates.size() < 2) {
            return candidates;
        }
        List<Destination> ordered = new ArrayList<>(candidates);
        switch (balancing) {
            case ROUND_ROBIN -> Collections.rotate(ordered, -turn(capability, ordered));
            case RANDOM -> {
                Collections.shuffle(ordered, ThreadLocalRandom.current());
                Collections.swap(ordered, 0, drawn(ordered));
            }
            case LEAST_CONNECTIONS -> {
                Collections.shuffle(ordered, ThreadLocalRandom.current());
                leastBusyFirst(ordered);
            }
            case PEAK_EWMA -> {
                Collections.shuffle(ordered, ThreadLocalRandom.current());
                if (cost(ordered.get(1)) < cost(ordered.get(0))) {
                    Collections.swap(ordered, 0, 1);
                }
            }
        }
        return ordered;
    }

    /** Each figure is read once: one that changes while it is sorted by ends the sort with an exception. */
    private static void leastBusyFirst(List<Destination> ordered) {
        Map<Destination, Double> busy = new IdentityHashMap<>(ordered.size());
        ordered.forEach(d -> busy.put(d, d.workload().busy() / d.share()));
        ordered.sort(Comparator.comparing(busy::get));
    }

    /** Two picked by chance are compared, which avoids the herd that the single best would draw. */
    private static double cost(Destination destination) {
        return destination.workload().peakEwma() / destination.share();
    }

    /** By chance, each as often as its share. */
    private static int drawn(List<Destination> candidates) {
        double all = 0;
        for (Destination candidate : candidates) {
            all += candidate.share();
        }
        double at = ThreadLocalRandom.current().nextDouble() * all;
        for (int i = 0; i < candidates.size(); i++) {
            at -= candidates.get(i).share();
            if (at < 0) {
                return i;
            }
        }
        return 0;
    }

    private int turn(String capability, List<Destination> candidates) {
        Turns its = turns.get(capability);
        if (its == null) {
            its = turns.computeIfAbsent(capability, name -> new Turns());
        }
        its.keepOnly(candidates);
        return its.next(candidates);
    }
}
