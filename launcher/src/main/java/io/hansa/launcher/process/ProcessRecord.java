package io.hansa.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is written down of a process. The start instant tells it from a later one that was given the
 * same pid; it may come out a second off when the system's clock was set meanwhile.
 */
public record ProcessRecord(String name, long pid, Instant startedAt) {

    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    private static final String LAUNCHER = "launcher";

    /** This process. */
    static ProcessRecord launcher() {
        return of(LAUNCHER, ProcessHandle.current());
    }

    public boolean isLauncher() {
        return name.equals(LAUNCHER);
    }

    static ProcessRecord of(String name, ProcessHandle process) {
        return new ProcessRecord(
                name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process itself, if it still runs. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(startedAt, start).abs().compareTo(CLOCK_STEP) < 0;
    }
}
