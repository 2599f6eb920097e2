package io.hansa.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Direct and through the proxy by turns, so that other load of the machine affects both. */
final class Rounds {
    private static final double DIRECT_WARM_UP = 3;

    private final Worker load;
    private final Target direct;
    private final Target proxy;
    private final BenchOptions options;

    Rounds(Worker load, Target direct, Target proxy, BenchOptions options) {
        this.load = load;
        this.direct = direct;
        this.proxy = proxy;
        this.options = options;
    }

    /**
     * Loads both, until compilers and pools have settled; what is measured meanwhile is only shown.
     */
    void warmUp() throws IOException, InterruptedException {
        Mode mode = options.modes().get(0);
        direct.load(load, mode, Math.min(DIRECT_WARM_UP, options.warmUpSeconds()));
        double left = options.warmUpSeconds();
        while (left > 0) {
            double step = Math.min(10, left);
            show("warm-up", proxy.load(load, mode, step));
            left -= step;
        }
    }

    List<Figures> measure() throws IOException, InterruptedException {
        List<Figures> all = new ArrayList<>();
        for (Mode mode : options.modes()) {
            List<Pair> rounds = new ArrayList<>();
            for (int round = 1; round <= options.rounds(); round++) {
                rounds.add(round(mode, round));
            }
            all.add(new Figures(mode, rounds));
        }
        return all;
    }

    private Pair round(Mode mode, int round) throws IOException, InterruptedException {
        String title = mode.title() + ", round " + round + " of " + options.rounds();
        Sample first = (round % 2 == 1 ? direct : proxy).load(load, mode, options.seconds());
        Sample second = (round % 2 == 1 ? proxy : direct).load(load, mode, options.seconds());
        Pair pair = round % 2 == 1 ? new Pair(first, second) : new Pair(second, first);
        show(title + ", direct", pair.direct());
        show(title + ", proxy ", pair.proxy());
        return pair;
    }

    private static void show(String title, Sample sample) {
        System.err.printf(
                Locale.ROOT,
                "%s: %.0f/s, p50 %.0f us, p99 %.0f us, CPU %.4f s per 1,000, %d bad%n",
                title,
                sample.perSecond(),
                sample.p50Micros(),
                sample.p99Micros(),
                sample.cpuPerThousand(),
                sample.bad());
    }
}
