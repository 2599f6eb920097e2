package io.hansa.demo.league;

import io.hansa.launcher.progress.Steps;
import java.io.PrintStream;
import java.util.List;

/** What the demo tells its user, with the seconds since it began. Thread-safe. */
final class Terminal {

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    void progress(String sentence) {
        out.println(Steps.line(sentence));
    }

    synchronized void lines(List<String> lines) {
        lines.forEach(out::println);
    }
}
