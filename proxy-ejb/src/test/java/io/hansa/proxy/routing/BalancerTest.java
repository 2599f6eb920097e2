package io.hansa.proxy.routing;

import static io.hansa.checks.SeededCases.between;
import static io.hansa.checks.SeededCases.oneOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.checks.SeededCases;
import io.hansa.proxy.capability.Capability.Balancing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all balancing policies have in common, and the choices by work in flight and by latency. */
class BalancerTest {
    private static final String CAPABILITY = "trade.settle";

    private final Orders orders = new Orders();

    @Test
    void everyCandidateIsTriedOnce() {
        SeededCases.check(
                1000,
                random -> {
                    Balancing balancing = oneOf(random, Balancing.values());
                    int many = between(random, 0, 20);
                    List<Destination> candidates = FakeDestination.many(many);

                    assertThat(orders.order(CAPABILITY, balancing, candidates))
                            .containsExactlyInAnyOrderElementsOf(candidates);
                });
    }

    @Test
    void theLeastBusyForItsWeightComesFirst() {
        SeededCases.check(
                1000,
                random -> {
                    int busy = between(random, 1, 20);
                    int weight = between(random, 1, 10);
                    Destination light = new FakeDestination("light", 1).busy(busy);
                    Destination heavy =
                            new FakeDestination("heavy", weight).busy(busy * weight - 1);
                    Destination worse = new FakeDestination("worse", 1).busy(busy + 1);

                    assertThat(
                                    orders.order(
                                            CAPABILITY,
                                            Balancing.LEAST_CONNECTIONS,
                                            List.of(worse, light, heavy)))
                            .containsExactly(heavy, light, worse);
                });
    }

    @Test
    void equallyBusyCandidatesShareEvenly() {
        SeededCases.check(
                50,
                random -> {
                    int many = between(random, 2, 6);
                    Map<String, Integer> first =
                            orders.first(
                                    Balancing.LEAST_CONNECTIONS,
                                    FakeDestination.many(many),
                                    many * 1000);

                    assertThat(first)
                            .hasSize(many)
                            .allSatisfy((name, times) -> assertThat(times).isBetween(750, 1250));
                });
    }

    @Test
    void slowestAndBusiestOfTwoIsNeverChosen() {
        FakeDestination slow = new FakeDestination("slow").busy(5);
        slow.workload().end(1_000_000_000);
        List<Destination> candidates = List.of(slow, new FakeDestination("fast"));

        assertThat(orders.first(Balancing.PEAK_EWMA, candidates, 500)).containsOnlyKeys("fast");
    }

    @Test
    void twoRandomChoicesAvoidTheHerd() {
        List<Destination> candidates = FakeDestination.many(5);

        assertThat(orders.first(Balancing.PEAK_EWMA, candidates, 1000)).hasSize(5);
    }

    @Test
    void concurrentWorkWhileOrderingDoesNoHarm() {
        List<Destination> candidates = FakeDestination.many(200);
        candidates.forEach(d -> ((FakeDestination) d).restless());

        for (int i = 0; i < 50; i++) {
            assertThat(orders.order(CAPABILITY, Balancing.LEAST_CONNECTIONS, candidates))
                    .hasSize(200);
        }
    }

    @Test
    void fastFailureIsNotCountedAsFast() {
        FakeDestination broken = new FakeDestination("broken");
        FakeDestination well = new FakeDestination("well");
        for (int i = 0; i < 20; i++) {
            broken.workload().begin();
            broken.workload().end(1000);
            broken.workload().failed();
            well.workload().begin();
            well.workload().end(50_000_000);
            well.workload().answered(50_000_000);
        }
        List<Destination> candidates = List.of(broken, well);

        assertThat(orders.first(Balancing.PEAK_EWMA, candidates, 500)).containsOnlyKeys("well");
        assertThat(orders.first(Balancing.LEAST_CONNECTIONS, candidates, 500))
                .containsOnlyKeys("well");
    }

    @Test
    void recentFailuresCostTurns() {
        for (Balancing balancing : List.of(Balancing.ROUND_ROBIN, Balancing.RANDOM)) {
            FakeDestination failing = new FakeDestination("failing");
            List<Destination> both = List.of(failing, new FakeDestination("well"));
            for (int i = 0; i < 50; i++) {
                failing.workload().failed();
            }

            assertThat(new Orders().first(balancing, both, 1100).get("failing")).isBetween(60, 150);
        }
    }

    @Test
    void aChoiceAmongManyLooksAtFew() {
        SeededCases.check(
                20,
                random -> {
                    Balancing balancing = oneOf(random, Balancing.values());
                    AtomicInteger looked = new AtomicInteger();
                    Candidates many =
                            Candidates.of(
                                    IntStream.range(0, 1000)
                                            .mapToObj(
                                                    i ->
                                                            (Destination)
                                                                    new CountedDestination(
                                                                            "d" + i, looked))
                                            .toList());

                    looked.set(0);
                    many.choice(balancing, destination -> true).next();

                    assertThat(looked.get()).isPositive().isLessThanOrEqualTo(12);
                });
    }

    @Test
    void unavailableCandidatesAreCheckedOnceAndNotChosen() {
        SeededCases.check(
                20,
                random -> {
                    Balancing balancing = oneOf(random, Balancing.values());
                    int many = between(random, 0, 70);
                    List<Destination> asked = new ArrayList<>();
                    List<Destination> candidates = FakeDestination.many(many);
                    Choice choice = Candidates.of(candidates).choice(balancing, d -> !asked.add(d));

                    assertThat(choice.next()).isNull();
                    assertThat(choice.next()).isNull();
                    assertThat(asked).containsExactlyInAnyOrderElementsOf(candidates);
                });
    }
}
