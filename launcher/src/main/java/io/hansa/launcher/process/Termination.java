package io.hansa.launcher.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asks all at once, waits a bounded time, then forces those that are left. */
public final class Termination {

    /** How long a process may take to end by itself, if nothing else is said. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration AFTER_FORCE = Duration.ofSeconds(5);

    private Termination() {}

    /** True when none of them runs any more. */
    public static boolean of(Collection<ProcessHandle> processes, Duration patience) {
        processes.forEach(ProcessHandle::destroy);
        if (ended(processes, patience)) {
            return true;
        }
        List<ProcessHandle> left = processes.stream().filter(ProcessHandle::isAlive).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        return ended(left, AFTER_FORCE);
    }

    private static boolean ended(Collection<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
