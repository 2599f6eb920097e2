package io.hansa.launcher.process;

import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that was started here. Thread-safe.
 *
 * @param logFrom where its own lines begin in the log, which may have those of earlier runs
 * @param copier copies its output into the log, where the process does not write it itself
 */
public record Child(
        String name, Process process, Optional<Path> log, long logFrom, Optional<Thread> copier) {

    private static final Duration LAST_LINES = Duration.ofSeconds(5);

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits until the process has ended, and gives its exit status. */
    public int awaitEnd() throws InterruptedException {
        int status = process.waitFor();
        if (copier.isPresent()) {
            copier.get().join(LAST_LINES.toMillis());
        }
        return status;
    }

    /**
     * Waits for {@code patience} while the process lives.
     *
     * @throws LaunchException with the last lines of its log when it ends meanwhile
     */
    public void mustOutlive(Duration patience) throws InterruptedException {
        if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw wasToldToStop()
                    ? new LaunchException(name + " was told to stop.")
                    : endedItself();
        }
    }

    /** Whether the phrase is in its log: a process may be unable to work and yet not end. */
    public boolean hasSaid(String phrase) throws IOException {
        return log.isPresent() && LogTail.contains(log.get(), logFrom, phrase);
    }

    /** The failure of a process that goes on without doing its work. */
    public LaunchException cannotWork() {
        return new LaunchException(name + " cannot do its work." + lastWords());
    }

    /** What to add to a failure's message: where the log is, and its last lines. */
    public String lastWords() {
        return log.map(LogTail::of).orElse("");
    }

    /** Whether it ended by SIGINT or SIGTERM. */
    boolean wasToldToStop() {
        int status = process.exitValue();
        return status == 128 + 2 || status == 128 + 15;
    }

    LaunchException endedItself() throws InterruptedException {
        if (copier.isPresent()) {
            copier.get().join(LAST_LINES.toMillis());
        }
        return new LaunchException(
                name + " ended by itself with status " + process.exitValue() + "." + lastWords());
    }

    ProcessRecord record() {
        return ProcessRecord.of(name, process.toHandle());
    }
}
