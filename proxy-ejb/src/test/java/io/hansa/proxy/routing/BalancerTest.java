package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BalancerTest {
    private static final String CAPABILITY = "trade.settle";

    private final Balancer balancer = new Balancer();

    @Property
    void everyoneIsTriedOnceInWhateverOrder(
            @ForAll Balancing balancing, @ForAll @IntRange(max = 20) int many) {
        List<Destination> candidates = destinations(many);

        assertThat(balancer.order(CAPABILITY, balancing, candidates))
                .containsExactlyInAnyOrderElementsOf(candidates);
    }

    @Property
    void roundRobinGivesEachTheSame(
            @ForAll @IntRange(min = 1, max = 12) int many,
            @ForAll @IntRange(min = 1, max = 30) int rounds) {
        Map<String, Integer> first =
                first(Balancing.ROUND_ROBIN, destinations(many), many * rounds);

        assertThat(first)
                .hasSize(many)
                .allSatisfy((name, times) -> assertThat(times).isEqualTo(rounds));
    }

    @Property(tries = 50)
    void chanceGivesEachAboutTheSame(@ForAll @IntRange(min = 2, max = 6) int many) {
        Map<String, Integer> first = first(Balancing.RANDOM, destinations(many), many * 1000);

        assertThat(first)
                .hasSize(many)
                .allSatisfy((name, times) -> assertThat(times).isBetween(750, 1250));
    }

    @Property
    void theLeastBusyForItsWeightComesFirst(
            @ForAll @IntRange(min = 1, max = 20) int busy,
            @ForAll @IntRange(min = 1, max = 10) int weight) {
        Destination light = new FakeDestination("light", 1).busy(busy);
        Destination heavy = new FakeDestination("heavy", weight).busy(busy * weight - 1);
        Destination worse = new FakeDestination("worse", 1).busy(busy + 1);

        assertThat(
                        balancer.order(
                                CAPABILITY,
                                Balancing.LEAST_CONNECTIONS,
                                List.of(worse, light, heavy)))
                .containsExactly(heavy, light, worse);
    }

    @Property(tries = 50)
    void amongEquallyBusyOnesNobodyIsPreferred(@ForAll @IntRange(min = 2, max = 6) int many) {
        Map<String, Integer> first =
                first(Balancing.LEAST_CONNECTIONS, destinations(many), many * 1000);

        assertThat(first)
                .hasSize(many)
                .allSatisfy((name, times) -> assertThat(times).isBetween(750, 1250));
    }

    @Example
    void theSlowestAndBusiestOfTwoIsNeverChosen() {
        FakeDestination slow = new FakeDestination("slow").busy(5);
        slow.workload().end(1_000_000_000);
        List<Destination> candidates = List.of(slow, new FakeDestination("fast"));

        assertThat(first(Balancing.PEAK_EWMA, candidates, 500)).containsOnlyKeys("fast");
    }

    @Example
    void oneOfManyIsChosenByTwosSoThatNobodyDrawsTheHerd() {
        List<Destination> candidates = destinations(5);

        assertThat(first(Balancing.PEAK_EWMA, candidates, 1000)).hasSize(5);
    }

    @Example
    void workThatComesAndGoesWhileOrderingDoesNoHarm() {
        List<Destination> candidates = destinations(200);
        candidates.forEach(d -> ((FakeDestination) d).restless());

        for (int i = 0; i < 50; i++) {
            assertThat(balancer.order(CAPABILITY, Balancing.LEAST_CONNECTIONS, candidates))
                    .hasSize(200);
        }
    }

    @Example
    void capabilitiesTakeTurnsOnTheirOwn() {
        List<Destination> candidates = destinations(2);
        String one = first("one", candidates);

        assertThat(first("other", candidates)).isEqualTo(one);
        assertThat(first("one", candidates)).isNotEqualTo(one);
    }

    private String first(String capability, List<Destination> candidates) {
        return balancer.order(capability, Balancing.ROUND_ROBIN, candidates).get(0).name();
    }

    private Map<String, Integer> first(
            Balancing balancing, List<Destination> candidates, int times) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < times; i++) {
            first.merge(
                    balancer.order(CAPABILITY, balancing, candidates).get(0).name(),
                    1,
                    Integer::sum);
        }
        return first;
    }

    private static List<Destination> destinations(int many) {
        return new ArrayList<>(
                IntStream.range(0, many).mapToObj(i -> new FakeDestination("d" + i)).toList());
    }
}
