package io.hansa.demo.launcher.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The medians over the rounds of one case; of an even number of rounds, the upper of the two in the middle. */
record FlatFigures(String title, List<Beside> rounds) {
    FlatFigures {
        rounds = List.copyOf(rounds);
    }

    double median(ToDoubleFunction<Beside> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    long bad() {
        return rounds.stream().mapToLong(round -> round.its().bad()).sum();
    }
}
