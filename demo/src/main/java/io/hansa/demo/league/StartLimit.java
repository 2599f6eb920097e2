package io.hansa.demo.league;

import io.hansa.launcher.process.Child;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.time.Duration;

/** The time by which the demo must be ready, for every wait during its start. */
final class StartLimit {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Duration limit;
    private final long began = System.nanoTime();

    StartLimit(Duration limit) {
        this.limit = limit;
    }

    /** Something to be waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /**
     * Waits for {@code condition} as long as {@code child} lives.
     *
     * @throws LaunchException with the last lines of the child's log when it ends, or the limit is
     *     over
     */
    void await(String what, Child child, Condition condition)
            throws IOException, InterruptedException {
        while (!condition.holds()) {
            if (System.nanoTime() - began > limit.toNanos()) {
                throw new LaunchException(
                        what
                                + " did not come within "
                                + limit.toSeconds()
                                + " s; try again when the machine is less busy."
                                + child.lastWords());
            }
            child.mustOutlive(PAUSE);
        }
    }
}
