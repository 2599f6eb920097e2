package io.hansa.proxy.routing;

import static io.hansa.checks.SeededCases.between;
import static io.hansa.checks.SeededCases.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.checks.SeededCases;
import io.hansa.proxy.capability.Capability.Balancing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** Each candidate is chosen in proportion to its weight. */
class RoundRobinTest {
    private static final String CAPABILITY = "trade.settle";

    private Orders orders = new Orders();

    @Test
    void roundRobinGivesEachTheSame() {
        SeededCases.check(
                1000,
                random -> {
                    int many = between(random, 1, 12);
                    int rounds = between(random, 1, 30);
                    Map<String, Integer> first =
                            orders.first(
                                    Balancing.ROUND_ROBIN,
                                    FakeDestination.many(many),
                                    many * rounds);

                    assertThat(first)
                            .hasSize(many)
                            .allSatisfy((name, times) -> assertThat(times).isEqualTo(rounds));
                });
    }

    @Test
    void roundRobinGivesEachItsWeight() {
        SeededCases.check(
                1000,
                random -> {
                    List<Integer> weights = list(random, 2, 8, () -> between(random, 1, 9));
                    int rounds = between(random, 1, 20);
                    int all = weights.stream().mapToInt(Integer::intValue).sum();
                    orders = new Orders();
                    Map<String, Integer> first =
                            orders.first(
                                    Balancing.ROUND_ROBIN,
                                    FakeDestination.weighted(weights),
                                    rounds * all);

                    for (int i = 0; i < weights.size(); i++) {
                        assertThat(first.get("d" + i))
                                .isBetween(
                                        rounds * weights.get(i) - 1, rounds * weights.get(i) + 1);
                    }
                });
    }

    @Test
    void returningCandidateDoesNotCatchUp() {
        List<Destination> both = FakeDestination.many(2);
        orders.first(Balancing.ROUND_ROBIN, both.subList(0, 1), 1);
        orders.first(
                Balancing.ROUND_ROBIN, List.of(both.get(0), new FakeDestination("other")), 1000);

        assertThat(orders.first(Balancing.ROUND_ROBIN, both, 100).get("d1")).isBetween(49, 51);
    }

    @Test
    void manyThreadsShareFairly() throws InterruptedException {
        List<Destination> three = FakeDestination.many(3);
        Map<String, LongAdder> first = new ConcurrentHashMap<>();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 30_000; i++) {
            callers.execute(
                    () ->
                            first.computeIfAbsent(first(CAPABILITY, three), n -> new LongAdder())
                                    .increment());
        }
        callers.shutdown();

        assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.values())
                .hasSize(3)
                .allSatisfy(times -> assertThat(times.sum()).isBetween(9_900L, 10_100L));
    }

    @Test
    void eachCapabilityHasItsOwnOrder() {
        List<Destination> candidates = FakeDestination.many(2);
        String one = first("one", candidates);

        assertThat(first("other", candidates)).isEqualTo(one);
        assertThat(first("one", candidates)).isNotEqualTo(one);
    }

    @Test
    void unavailableCandidatesShareGoesToAllOthers() {
        List<Destination> four = FakeDestination.many(4);
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Destination next =
                    orders.first(CAPABILITY, Balancing.ROUND_ROBIN, four, d -> d != four.get(1));
            first.merge(next.name(), 1, Integer::sum);
        }

        assertThat(first).isEqualTo(Map.of("d0", 100, "d2", 100, "d3", 100));
    }

    @Test
    void subsetSharesFairlyAmongAll() {
        Candidates three = Candidates.of(FakeDestination.many(3));
        Candidates two = three.only(1, 2);
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Candidates some = i % 3 == 0 ? two : three;
            first.merge(
                    some.choice(Balancing.ROUND_ROBIN, d -> true).next().name(), 1, Integer::sum);
        }

        assertThat(first.values())
                .hasSize(3)
                .allSatisfy(times -> assertThat(times).isBetween(99, 101));
    }

    @Test
    void newCandidateHasItsOwnOrder() {
        Candidates one = Candidates.NONE.replacedBy(FakeDestination.many(2));
        Candidates other = Candidates.NONE.replacedBy(FakeDestination.weighted(List.of(9, 1)));
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            one.choice(Balancing.ROUND_ROBIN, d -> true).next();
            Destination next = other.choice(Balancing.ROUND_ROBIN, d -> true).next();
            first.merge(next.name(), 1, Integer::sum);
        }

        assertThat(first).isEqualTo(Map.of("d0", 90, "d1", 10));
    }

    private String first(String capability, List<Destination> candidates) {
        return orders.first(capability, Balancing.ROUND_ROBIN, candidates).name();
    }
}
