package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Who gets how much of any amount of work, for any weights and whatever is under way already. */
class FairnessTest {
    private static final String CAPABILITY = "trade.settle";

    private final Orders balancer = new Orders();

    @Property
    void atEachMomentRoundRobinOwesNobodyOfTwoMoreThanOneTurn(
            @ForAll @IntRange(min = 1, max = 12) int one,
            @ForAll @IntRange(min = 1, max = 12) int other) {
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
    }

    @Property
    void whoeverComesAndGoesThoseWhoStayShareByTheirWeights(
            @ForAll @Size(min = 20, max = 200) List<Boolean> there,
            @ForAll @IntRange(min = 1, max = 5) int one,
            @ForAll @IntRange(min = 1, max = 5) int other) {
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
    }

    @Property
    void leastConnectionsAsksThemInTheOrderOfWhatTheyHaveForTheirWeight(
            @ForAll @Size(min = 2, max = 10) List<@IntRange(max = 50) Integer> inFlight,
            @ForAll @Size(value = 10) List<@IntRange(min = 1, max = 9) Integer> weights) {
        List<Destination> candidates = new ArrayList<>();
        for (int i = 0; i < inFlight.size(); i++) {
            candidates.add(new FakeDestination("d" + i, weights.get(i)).busy(inFlight.get(i)));
        }

        assertThat(balancer.order(CAPABILITY, Balancing.LEAST_CONNECTIONS, candidates))
                .isSortedAccordingTo((a, b) -> Double.compare(burden(a), burden(b)));
    }

    @Property(tries = 200)
    void whatStaysInHandIsSharedByWeightsWithLeastConnections(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 9) Integer> weights,
            @ForAll @IntRange(min = 1, max = 20) int rounds) {
        List<Destination> candidates = FakeDestination.weighted(weights);
        int all = weights.stream().mapToInt(Integer::intValue).sum();

        take(Balancing.LEAST_CONNECTIONS, candidates, rounds * all);

        assertThat(candidates)
                .allSatisfy(d -> assertThat(burden(d)).isCloseTo(rounds, within(1.0)));
    }

    @Property
    void ofTwoPeakEwmaChoosesTheOneThatIsCheaperForItsWeight(
            @ForAll @IntRange(min = 1, max = 2000) int millis,
            @ForAll @IntRange(max = 50) int inFlight,
            @ForAll @IntRange(min = 1, max = 9) int weight) {
        FakeDestination used = new FakeDestination("used", 1).busy(inFlight + 1);
        used.workload().end(millis * 1_000_000L);
        FakeDestination cheaper = new FakeDestination("cheaper", weight).busy(inFlight + 1);
        cheaper.workload().end(millis * 500_000L);

        for (int i = 0; i < 20; i++) {
            assertThat(balancer.order(CAPABILITY, Balancing.PEAK_EWMA, List.of(used, cheaper)))
                    .startsWith(cheaper);
        }
    }

    @Property
    void theCostliestIsNeverPeakEwmasChoice(
            @ForAll @Size(min = 2, max = 10) List<@IntRange(max = 50) Integer> inFlight) {
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
    }

    @Property(tries = 200)
    void whatStaysInHandIsSharedEvenlyWithPeakEwma(
            @ForAll @IntRange(min = 2, max = 12) int many,
            @ForAll @IntRange(min = 1, max = 50) int each) {
        List<Destination> candidates = FakeDestination.many(many);

        take(Balancing.PEAK_EWMA, candidates, many * each);

        assertThat(candidates)
                .allSatisfy(d -> assertThat(d.workload().inFlight()).isLessThanOrEqualTo(each + 4));
    }

    @Property(tries = 200)
    void whatStaysInHandOfTwoIsSharedByWeightsWithPeakEwma(
            @ForAll @IntRange(min = 1, max = 9) int one,
            @ForAll @IntRange(min = 1, max = 9) int other) {
        List<Destination> both = FakeDestination.weighted(List.of(one, other));

        take(Balancing.PEAK_EWMA, both, 10 * (one + other));

        assertThat(both).allSatisfy(d -> assertThat(burden(d)).isCloseTo(10, within(1.0)));
    }

    @Property(tries = 20)
    void whatStaysInHandOfManyIsSharedNearlyEvenlyWithLeastConnections(
            @ForAll @IntRange(min = 13, max = 80) int many,
            @ForAll @IntRange(min = 5, max = 30) int each) {
        List<Destination> candidates = FakeDestination.many(many);

        take(Balancing.LEAST_CONNECTIONS, candidates, many * each);

        assertThat(candidates)
                .allSatisfy(d -> assertThat(d.workload().inFlight()).isLessThanOrEqualTo(each + 2));
    }

    /** Each goes to the first choice and stays under way there. */
    private void take(Balancing balancing, List<Destination> candidates, int requests) {
        for (int i = 0; i < requests; i++) {
            balancer.first(CAPABILITY, balancing, candidates).workload().begin();
        }
    }

    private static double burden(Destination destination) {
        return destination.workload().inFlight() / destination.share();
    }
}
