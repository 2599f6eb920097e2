package io.hansa.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The {@link Medians} over the rounds of one case. */
record FlatFigures(String title, List<Beside> rounds) {
    FlatFigures {
        rounds = List.copyOf(rounds);
    }

    double median(ToDoubleFunction<Beside> figure) {
        return Medians.of(rounds, figure);
    }

    long bad() {
        return rounds.stream().mapToLong(round -> round.its().bad()).sum();
    }
}
