package io.hansa.proxy.routing;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The orders in which destinations are tried, request by request; those of a capability may change
 * in between.
 */
final class Orders {
    private static final String CAPABILITY = "trade.settle";

    private final Map<String, Candidates> byCapability = new ConcurrentHashMap<>();

    /** As tried where none can be reached. */
    List<Destination> order(String capability, Balancing balancing, List<Destination> candidates) {
        Choice choice = having(capability, candidates).choice(balancing, destination -> true);
        List<Destination> order = new ArrayList<>();
        for (Destination next = choice.next(); next != null; next = choice.next()) {
            order.add(next);
        }
        return order;
    }

    Destination first(String capability, Balancing balancing, List<Destination> candidates) {
        return first(capability, balancing, candidates, destination -> true);
    }

    Destination first(
            String capability,
            Balancing balancing,
            List<Destination> candidates,
            Predicate<Destination> takesWork) {
        return having(capability, candidates).choice(balancing, takesWork).next();
    }

    /** How often each comes first in so many requests. */
    Map<String, Integer> first(Balancing balancing, List<Destination> candidates, int times) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < times; i++) {
            first.merge(first(CAPABILITY, balancing, candidates).name(), 1, Integer::sum);
        }
        return first;
    }

    private Candidates having(String capability, List<Destination> candidates) {
        return byCapability.compute(
                capability,
                (name, before) ->
                        before == null
                                ? Candidates.of(candidates)
                                : before.all().equals(candidates)
                                        ? before
                                        : before.replacedBy(candidates));
    }
}
