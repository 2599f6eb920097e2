package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * What every way of choosing has in common, and who is chosen by work in hand and by what it takes.
 */
class BalancerTest {
    private static final String CAPABILITY = "trade.settle";

    private final Orders orders = new Orders();

    @Property
    void everyoneIsTriedOnceInWhateverOrder(
            @ForAll Balancing balancing, @ForAll @IntRange(max = 20) int many) {
        List<Destination> candidates = FakeDestination.many(many);

        assertThat(orders.order(CAPABILITY, balancing, candidates))
                .containsExactlyInAnyOrderElementsOf(candidates);
    }

    @Property
    void theLeastBusyForItsWeightComesFirst(
            @ForAll @IntRange(min = 1, max = 20) int busy,
            @ForAll @IntRange(min = 1, max = 10) int weight) {
        Destination light = new FakeDestination("light", 1).busy(busy);
        Destination heavy = new FakeDestination("heavy", weight).busy(busy * weight - 1);
        Destination worse = new FakeDestination("worse", 1).busy(busy + 1);

        assertThat(
                        orders.order(
                                CAPABILITY,
                                Balancing.LEAST_CONNECTIONS,
                                List.of(worse, light, heavy)))
                .containsExactly(heavy, light, worse);
    }

    @Property(tries = 50)
    void amongEquallyBusyOnesNobodyIsPreferred(@ForAll @IntRange(min = 2, max = 6) int many) {
        Map<String, Integer> first =
                orders.first(Balancing.LEAST_CONNECTIONS, FakeDestination.many(many), many * 1000);

        assertThat(first)
                .hasSize(many)
                .allSatisfy((name, times) -> assertThat(times).isBetween(750, 1250));
    }

    @Example
    void theSlowestAndBusiestOfTwoIsNeverChosen() {
        FakeDestination slow = new FakeDestination("slow").busy(5);
        slow.workload().end(1_000_000_000);
        List<Destination> candidates = List.of(slow, new FakeDestination("fast"));

        assertThat(orders.first(Balancing.PEAK_EWMA, candidates, 500)).containsOnlyKeys("fast");
    }

    @Example
    void oneOfManyIsChosenByTwosSoThatNobodyDrawsTheHerd() {
        List<Destination> candidates = FakeDestination.many(5);

        assertThat(orders.first(Balancing.PEAK_EWMA, candidates, 1000)).hasSize(5);
    }

    @Example
    void workThatComesAndGoesWhileOrderingDoesNoHarm() {
        List<Destination> candidates = FakeDestination.many(200);
        candidates.forEach(d -> ((FakeDestination) d).restless());

        for (int i = 0; i < 50; i++) {
            assertThat(orders.order(CAPABILITY, Balancing.LEAST_CONNECTIONS, candidates))
                    .hasSize(200);
        }
    }

    @Example
    void whoFailsFastIsNotTakenForFast() {
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

    @Property(tries = 20)
    void aChoiceAmongManyLooksAtFew(@ForAll Balancing balancing) {
        AtomicInteger looked = new AtomicInteger();
        Candidates many =
                Candidates.of(
                        IntStream.range(0, 1000)
                                .mapToObj(i -> (Destination) new LookedAt("d" + i, looked))
                                .toList());

        looked.set(0);
        many.choice(balancing, destination -> true).next();

        assertThat(looked.get()).isPositive().isLessThanOrEqualTo(12);
    }

    @Property(tries = 20)
    void whereNobodyTakesWorkEachIsAskedOnceAndNobodyIsChosen(
            @ForAll Balancing balancing, @ForAll @IntRange(max = 70) int many) {
        List<Destination> asked = new ArrayList<>();
        List<Destination> candidates = FakeDestination.many(many);
        Choice choice = Candidates.of(candidates).choice(balancing, d -> !asked.add(d));

        assertThat(choice.next()).isNull();
        assertThat(choice.next()).isNull();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(candidates);
    }
}
