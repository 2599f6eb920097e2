package io.hansa.proxy.routing;

import static io.hansa.checks.SeededCases.between;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.checks.SeededCases;
import io.hansa.proxy.capability.Capability.Balancing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drawn by chance, as often as the weight is of all weights. */
class ChanceTest {
    private final Orders orders = new Orders();

    @Test
    void chanceGivesEachAboutTheSame() {
        SeededCases.check(
                50,
                random -> {
                    int many = between(random, 2, 6);
                    Map<String, Integer> first =
                            orders.first(Balancing.RANDOM, FakeDestination.many(many), many * 1000);

                    assertThat(first)
                            .hasSize(many)
                            .allSatisfy((name, times) -> assertThat(times).isBetween(750, 1250));
                });
    }

    @Test
    void chanceGivesEachAboutItsWeight() {
        SeededCases.check(
                50,
                random -> {
                    int weight = between(random, 1, 9);
                    int times = 1000 * (weight + 1);

                    assertThat(
                                    orders.first(
                                                    Balancing.RANDOM,
                                                    FakeDestination.weighted(List.of(weight, 1)),
                                                    times)
                                            .get("d1"))
                            .isBetween(750, 1250);
                });
    }

    @Test
    void chanceKeepsToSharesFromTheFirstDraw() {
        Candidates all = Candidates.of(FakeDestination.weighted(List.of(9, 1, 4)));
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            Destination drawn = all.only(0, 1).choice(Balancing.RANDOM, d -> true).next();
            first.merge(drawn.name(), 1, Integer::sum);
        }

        assertThat(first.get("d0")).isBetween(8800, 9200);
    }

    @Test
    void chanceGivesEachOfManyAboutItsWeight() {
        List<Integer> weights = IntStream.range(0, 64).map(i -> 1 + i % 4).boxed().toList();
        Map<String, Integer> first =
                orders.first(Balancing.RANDOM, FakeDestination.weighted(weights), 160_000);

        for (int i = 0; i < weights.size(); i++) {
            int fair = 1000 * weights.get(i);
            assertThat(first.get("d" + i)).isBetween(fair * 3 / 4, fair * 5 / 4);
        }
    }
}
