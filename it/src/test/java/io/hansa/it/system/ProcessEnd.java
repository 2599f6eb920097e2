package io.hansa.it.system;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends a process of a test, with all that it has started. */
public final class ProcessEnd {
    private ProcessEnd() {}

    /** Asks it to end, and ends it by force where it does not within that time. */
    public static void of(Process process, int withinSeconds) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(withinSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
