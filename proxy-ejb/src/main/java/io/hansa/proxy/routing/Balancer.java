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
import java.util.concurrent.atomic.AtomicInteger;

/** Puts destinations into the order in which they are tried. Safe for many threads. */
public final class Balancer {
    private final ConcurrentHashMap<String, AtomicInteger> turns = new ConcurrentHashMap<>();

    /** The first is the choice, the others follow if it cannot be reached; none is asked twice. */
    public List<Destination> order(
            String capability, Balancing balancing, List<Destination> candidates) {
        if (candidates.size() < 2) {
            return candidates;
        }
        List<Destination> ordered = new ArrayList<>(candidates);
        switch (balancing) {
            case ROUND_ROBIN -> Collections.rotate(ordered, -turn(capability, ordered.size()));
            case RANDOM -> Collections.shuffle(ordered, ThreadLocalRandom.current());
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
        ordered.forEach(d -> busy.put(d, d.workload().inHand() / (double) d.weight()));
        ordered.sort(Comparator.comparing(busy::get));
    }

    /** Two picked by chance are compared, which avoids the herd that the single best would draw. */
    private static double cost(Destination destination) {
        return destination.workload().peakEwma() / destination.weight();
    }

    private int turn(String capability, int size) {
        AtomicInteger turn = turns.computeIfAbsent(capability, name -> new AtomicInteger());
        return Math.floorMod(turn.getAndIncrement(), size);
    }
}
