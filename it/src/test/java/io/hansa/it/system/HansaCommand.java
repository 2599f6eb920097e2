package io.hansa.it.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./hansa} as a user types it, in an environment that says nothing of Hansa. */
final class HansaCommand {
    private static final int LINES_KEPT = 40;

    private HansaCommand() {}

    /** Runs it to its end, shows what it says, and fails unless it succeeds in time. */
    static void run(Duration atMost, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Project.built("hansa").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(Project.path("").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HANSA_"));
        Process process = builder.start();
        process.getOutputStream().close();
        Deque<String> said = new ArrayDeque<>();
        Thread reader = new Thread(() -> read(process, said), "output of hansa");
        reader.setDaemon(true);
        reader.start();
        try {
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroy();
            }
            reader.join(TimeUnit.SECONDS.toMillis(5));
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(
                        "%s %s. It said:%n%s"
                                .formatted(
                                        String.join(" ", command),
                                        ended
                                                ? "ended with " + process.exitValue()
                                                : "did not end within " + atMost,
                                        text(said)));
            }
        } catch (InterruptedException stopping) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private static void read(Process process, Deque<String> said) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Progress.say("  %s", line);
                keep(line, said);
            }
        } catch (IOException ended) {
            keep("(output ended: " + ended.getMessage() + ")", said);
        }
    }

    private static void keep(String line, Deque<String> said) {
        synchronized (said) {
            if (said.size() == LINES_KEPT) {
                said.removeFirst();
            }
            said.addLast(line);
        }
    }

    private static String text(Deque<String> said) {
        synchronized (said) {
            return String.join(System.lineSeparator(), said);
        }
    }
}
