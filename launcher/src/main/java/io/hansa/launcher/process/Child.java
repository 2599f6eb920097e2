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
 * @param copier copies its output into the log, where the process does not write it itself
 */
public record Child(String name, Process process, Optional<Path> log, Optional<Thread> copier) {

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

    /**
     * Looks into the log for what a process says when it cannot do its work and yet does not end.
     *
     * @throws LaunchException with the last lines of the log when {@code phrase} is in it
     */
    public void mustNotHaveSaid(String phrase) throws IOException {
        if (log.isPresent() && LogTail.contains(log.get(), phrase)) {
            throw new LaunchException(name + " cannot do its work." + LogTail.of(log.get()));
        }
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
