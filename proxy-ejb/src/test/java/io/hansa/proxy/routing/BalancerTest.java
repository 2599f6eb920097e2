package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.failure.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BalancerTest {
    private static final String CAPABILITY = "trade.settle";

    private Orders balancer = new Orders();

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

    @Property
    void roundRobinGivesEachItsWeight(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 9) Integer> weights,
            @ForAll @IntRange(min = 1, max = 20) int rounds) {
        int all = weights.stream().mapToInt(Integer::intValue).sum();
        balancer = new Orders();
        Map<String, Integer> first = first(Balancing.ROUND_ROBIN, weighted(weights), rounds * all);

        for (int i = 0; i < weights.size(); i++) {
            assertThat(first.get("d" + i))
                    .isBetween(rounds * weights.get(i) - 1, rounds * weights.get(i) + 1);
        }
    }

    @Property(tries = 50)
    void chanceGivesEachAboutItsWeight(@ForAll @IntRange(min = 1, max = 9) int weight) {
        int times = 1000 * (weight + 1);

        assertThat(first(Balancing.RANDOM, weighted(List.of(weight, 1)), times).get("d1"))
                .isBetween(750, 1250);
    }

    @Example
    void whoWasAwayIsNotMadeToCatchUp() {
        List<Destination> both = destinations(2);
        first(Balancing.ROUND_ROBIN, both.subList(0, 1), 1);
        first(Balancing.ROUND_ROBIN, List.of(both.get(0), new FakeDestination("other")), 1000);

        assertThat(first(Balancing.ROUND_ROBIN, both, 100).get("d1")).isBetween(49, 51);
    }

    @Example
    void takingTurnsIsFairAmongManyThreads() throws InterruptedException {
        List<Destination> three = destinations(3);
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

        assertThat(first(Balancing.PEAK_EWMA, candidates, 500)).containsOnlyKeys("well");
        assertThat(first(Balancing.LEAST_CONNECTIONS, candidates, 500)).containsOnlyKeys("well");
    }

    @Example
    void capabilitiesTakeTurnsOnTheirOwn() {
        List<Destination> candidates = destinations(2);
        String one = first("one", candidates);

        assertThat(first("other", candidates)).isEqualTo(one);
        assertThat(first("one", candidates)).isNotEqualTo(one);
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

    @Example
    void whoTakesNoWorkIsNeverChosenAndItsPartGoesToAllOthers() {
        List<Destination> four = destinations(4);
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Destination next =
                    balancer.first(CAPABILITY, Balancing.ROUND_ROBIN, four, d -> d != four.get(1));
            first.merge(next.name(), 1, Integer::sum);
        }

        assertThat(first).isEqualTo(Map.of("d0", 100, "d2", 100, "d3", 100));
    }

    @Property(tries = 20)
    void whereNobodyTakesWorkEachIsAskedOnceAndNobodyIsChosen(
            @ForAll Balancing balancing, @ForAll @IntRange(max = 70) int many) {
        List<Destination> asked = new ArrayList<>();
        List<Destination> candidates = destinations(many);
        Choice choice = Candidates.of(candidates).choice(balancing, d -> !asked.add(d));

        assertThat(choice.next()).isNull();
        assertThat(choice.next()).isNull();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(candidates);
    }

    @Example
    void someOfThemTakeTheirTurnsAmongAll() {
        Candidates three = Candidates.of(destinations(3));
        Candidates two = three.only(place -> place > 0);
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

    @Example
    void chanceKeepsToSharesFromTheFirstDraw() {
        Candidates all = Candidates.of(weighted(List.of(9, 1, 4)));
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            Destination drawn =
                    all.only(place -> place < 2).choice(Balancing.RANDOM, d -> true).next();
            first.merge(drawn.name(), 1, Integer::sum);
        }

        assertThat(first.get("d0")).isBetween(8800, 9200);
    }

    @Example
    void whoeverReplacesNobodyTakesTurnsOnItsOwn() {
        Candidates one = Candidates.NONE.replacedBy(destinations(2));
        Candidates other = Candidates.NONE.replacedBy(weighted(List.of(9, 1)));
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            one.choice(Balancing.ROUND_ROBIN, d -> true).next();
            Destination next = other.choice(Balancing.ROUND_ROBIN, d -> true).next();
            first.merge(next.name(), 1, Integer::sum);
        }

        assertThat(first).isEqualTo(Map.of("d0", 90, "d1", 10));
    }

    @Example
    void chanceGivesEachOfManyAboutItsWeight() {
        List<Integer> weights = IntStream.range(0, 64).map(i -> 1 + i % 4).boxed().toList();
        Map<String, Integer> first = first(Balancing.RANDOM, weighted(weights), 160_000);

        for (int i = 0; i < weights.size(); i++) {
            int fair = 1000 * weights.get(i);
            assertThat(first.get("d" + i)).isBetween(fair * 3 / 4, fair * 5 / 4);
        }
    }

    /** Counts how often a figure of anybody is asked for. */
    private record LookedAt(String name, AtomicInteger looked, FakeDestination fake)
            implements Destination {
        LookedAt(String name, AtomicInteger looked) {
            this(name, looked, new FakeDestination(name));
        }

        @Override
        public String proxy() {
            return fake.proxy();
        }

        @Override
        public boolean takesWork() {
            return true;
        }

        @Override
        public Workload workload() {
            return fake.workload();
        }

        @Override
        public double share() {
            looked.incrementAndGet();
            return 1;
        }

        @Override
        public Blame blame(Failure failure) {
            return fake.blame(failure);
        }

        @Override
        public Answer send(Errand errand) {
            return fake.send(errand);
        }
    }

    private String first(String capability, List<Destination> candidates) {
        return balancer.first(capability, Balancing.ROUND_ROBIN, candidates).name();
    }

    private Map<String, Integer> first(
            Balancing balancing, List<Destination> candidates, int times) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < times; i++) {
            first.merge(balancer.first(CAPABILITY, balancing, candidates).name(), 1, Integer::sum);
        }
        return first;
    }

    private static List<Destination> weighted(List<Integer> weights) {
        return new ArrayList<>(
                IntStream.range(0, weights.size())
                        .mapToObj(i -> new FakeDestination("d" + i, weights.get(i)))
                        .toList());
    }

    private static List<Destination> destinations(int many) {
        return new ArrayList<>(
                IntStream.range(0, many).mapToObj(i -> new FakeDestination("d" + i)).toList());
    }
}
