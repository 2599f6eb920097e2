package io.hansa.demo.league;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the demo tells its user, with the seconds since it began. Thread-safe. */
final class Terminal {

    private final PrintStream out;
    private final long began = System.nanoTime();

    Terminal(PrintStream out) {
        this.out = out;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void progress(String sentence) {
        out.println(
                String.format(Locale.ROOT, "[%5.1f s] %s", elapsed().toMillis() / 1e3, sentence));
    }

    synchronized void lines(List<String> lines) {
        lines.forEach(out::println);
    }
}
