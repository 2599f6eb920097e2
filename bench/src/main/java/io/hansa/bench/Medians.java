package io.hansa.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The figure in the middle of those of all rounds; of an even number of rounds, the upper of the
 * two there.
 */
final class Medians {
    private Medians() {}

    static <R> double of(List<R> rounds, ToDoubleFunction<R> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
