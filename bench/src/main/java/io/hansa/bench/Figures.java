package io.hansa.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The {@link Medians} over the rounds of one mode. */
record Figures(Mode mode, List<Pair> rounds) {
    Figures {
        rounds = List.copyOf(rounds);
    }

    double median(ToDoubleFunction<Pair> figure) {
        return Medians.of(rounds, figure);
    }

    long bad() {
        return rounds.stream().mapToLong(Pair::bad).sum();
    }

    /** What the first bad reply was like, if there was one. */
    String firstBad() {
        return rounds.stream()
                .map(pair -> pair.proxy().firstBad() + pair.direct().firstBad())
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }
}
