package io.hansa.demo.launcher.process;

import io.hansa.demo.launcher.workspace.LaunchException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that was started here. Thread-safe. */
public record Child(String name, Process process, Optional<Path> log) {

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits until the process has ended, and gives its exit status. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
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

    /** Whether it ended by SIGINT or SIGTERM. */
    boolean wasToldToStop() {
        int status = process.exitValue();
        return status == 128 + 2 || status == 128 + 15;
    }

    LaunchException endedItself() {
        return new LaunchException(
                name
                        + " ended by itself with status "
                        + process.exitValue()
                        + "."
                        + log.map(LogTail::of).orElse(""));
    }

    ProcessRecord record() {
        return ProcessRecord.of(name, process.toHandle());
    }
}
