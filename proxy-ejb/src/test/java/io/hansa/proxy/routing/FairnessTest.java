package io.hansa.proxy.routing;

import static io.hansa.checks.SeededCases.between;
import static io.hansa.checks.SeededCases.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hansa.checks.SeededCases;
import io.hansa.proxy.capability.Capability.Balancing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The share of each candidate in any amount of work, for any weights and any work in flight. */
class FairnessTest {
    private static final String CAPABILITY = "trade.settle";

    private final Orders balancer = new Orders();

    @Test
    void roundRobinDiffersByAtMostOneTurn() {
        SeededCases.check(
                1000,
                random -> {
                    int one = between(random, 1, 12);
                    int other = between(random, 1, 12);
                    List<Destination> both = FakeDestination.weighted(List.of(one, other));
                    Orders fresh = new Orders();
                    int turns = 0;

                    for (int all = 1; all <= 3 * (one + other); all++) {
                        if (fresh.first(CAPABILITY, Balancing.ROUND_ROBIN, both) == both.get(0)) {
                            turns++;
                        }
                        assertThat((double) turns)
                                .isCloseTo(all * (double) one / (one + other), within(1.0001));
                    }
                });
    }

    @Test
    void remainingCandidatesShareByWeightDuringChanges() {
        SeededCases.check(
                1000,
                random -> {
                    List<Boolean> there = list(random, 20, 200, random::nextBoolean);
                    int one = between(random, 1, 5);
                    int other = between(random, 1, 5);
                    List<Destination> three = FakeDestination.weighted(List.of(one, other, 3));
                    Orders fresh = new Orders();
                    int[] turns = new int[3];
                    for (boolean all : there) {
                        Destination next =
                                fresh.first(
                                        CAPABILITY,
                                        Balancing.ROUND_ROBIN,
                                        three,
                                        d -> all || d != three.get(2));
                        turns[three.indexOf(next)]++;
                    }

                    assertThat(turns[0] / (double) one)
                            .isCloseTo(turns[1] / (double) other, within(1.0 / one + 1.0 / other));
                });
    }

    @Test
    void leastConnectionsOrdersByInFlightForWeight() {
        SeededCases.check(
                1000,
                random -> {
                    List<Integer> inFlight = list(random, 2, 10, () -> between(random, 0, 50));
                    List<Integer> weights = list(random, 10, 10, () -> between(random, 1, 9));
                    List<Destination> candidates = new ArrayList<>();
                    for (int i = 0; i < inFlight.size(); i++) {
                        candidates.add(
                                new FakeDestination("d" + i, weights.get(i)).busy(inFlight.get(i)));
                    }

                    assertThat(balancer.order(CAPABILITY, Balancing.LEAST_CONNECTIONS, candidates))
                            .isSortedAccordingTo((a, b) -> Double.compare(burden(a), burden(b)));
                });
    }

    @Test
    void leastConnectionsSharesWaitingWorkByWeight() {
        SeededCases.check(
                200,
                random -> {
                    List<Integer> weights = list(random, 2, 8, () -> between(random, 1, 9));
                    int rounds = between(random, 1, 20);
                    List<Destination> candidates = FakeDestination.weighted(weights);
                    int all = weights.stream().mapToInt(Integer::intValue).sum();

                    take(Balancing.LEAST_CONNECTIONS, candidates, rounds * all);

                    assertThat(candidates)
                            .allSatisfy(d -> assertThat(burden(d)).isCloseTo(rounds, within(1.0)));
                });
    }

    @Test
    void peakEwmaChoosesTheCheaperForItsWeight() {
        SeededCases.check(
                1000,
                random -> {
                    int millis = between(random, 1, 2000);
                    int inFlight = between(random, 0, 50);
                    int weight = between(random, 1, 9);
                    FakeDestination used = new FakeDestination("used", 1).busy(inFlight + 1);
                    used.workload().end(millis * 1_000_000L);
                    FakeDestination cheaper =
                            new FakeDestination("cheaper", weight).busy(inFlight + 1);
                    cheaper.workload().end(millis * 500_000L);

                    for (int i = 0; i < 20; i++) {
                        assertThat(
                                        balancer.order(
                                                CAPABILITY,
                                                Balancing.PEAK_EWMA,
                                                List.of(used, cheaper)))
                                .startsWith(cheaper);
                    }
                });
    }

    @Test
    void theCostliestIsNeverPeakEwmasChoice() {
        SeededCases.check(
                1000,
                random -> {
                    List<Integer> inFlight = list(random, 2, 10, () -> between(random, 0, 50));
                    List<Destination> candidates = new ArrayList<>();
                    for (int i = 0; i < inFlight.size(); i++) {
                        candidates.add(new FakeDestination("d" + i).busy(inFlight.get(i)));
                    }
                    Destination costliest = new FakeDestination("costliest").busy(51);
                    candidates.add(costliest);

                    for (int i = 0; i < 20; i++) {
                        assertThat(balancer.first(CAPABILITY, Balancing.PEAK_EWMA, candidates))
                                .isNotSameAs(costliest);
                    }
                });
    }

    @Test
    void peakEwmaSharesWaitingWorkEvenly() {
        SeededCases.check(
                200,
                random -> {
                    int many = between(random, 2, 12);
                    int each = between(random, 1, 50);
                    List<Destination> candidates = FakeDestination.many(many);

                    take(Balancing.PEAK_EWMA, candidates, many * each);

                    assertThat(candidates)
                            .allSatisfy(
                                    d ->
                                            assertThat(d.workload().inFlight())
                                                    .isLessThanOrEqualTo(each + 4));
                });
    }

    @Test
    void peakEwmaSharesWorkOfTwoByWeight() {
        SeededCases.check(
                200,
                random -> {
                    int one = between(random, 1, 9);
                    int other = between(random, 1, 9);
                    List<Destination> both = FakeDestination.weighted(List.of(one, other));

                    take(Balancing.PEAK_EWMA, both, 10 * (one + other));

                    assertThat(both)
                            .allSatisfy(d -> assertThat(burden(d)).isCloseTo(10, within(1.0)));
                });
    }

    @Test
    void leastConnectionsSharesWaitingWorkNearlyEvenly() {
        SeededCases.check(
                20,
                random -> {
                    int many = between(random, 13, 80);
                    int each = between(random, 5, 30);
                    List<Destination> candidates = FakeDestination.many(many);

                    take(Balancing.LEAST_CONNECTIONS, candidates, many * each);

                    assertThat(candidates)
                            .allSatisfy(
                                    d ->
                                            assertThat(d.workload().inFlight())
                                                    .isLessThanOrEqualTo(each + 2));
                });
    }

    /** Each goes to the first choice and stays in flight there. */
    private void take(Balancing balancing, List<Destination> candidates, int requests) {
        for (int i = 0; i < requests; i++) {
            balancer.first(CAPABILITY, balancing, candidates).workload().begin();
        }
    }

    private static double burden(Destination destination) {
        return destination.workload().inFlight() / destination.share();
    }
}
