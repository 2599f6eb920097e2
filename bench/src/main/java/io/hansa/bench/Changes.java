package io.hansa.bench;

import java.util.Locale;

/**
 * Changes an account once a second until it is interrupted or refused. What became of that may be
 * asked for afterwards.
 */
final class Changes implements Runnable {
    private static final long PAUSE_MILLIS = 1000;

    private final FlatNode node;
    private int changes;
    private double seconds;
    private String failure = "";

    Changes(FlatNode node) {
        this.node = node;
    }

    @Override
    public void run() {
        try {
            while (true) {
                long began = System.nanoTime();
                node.change(changes);
                seconds += (System.nanoTime() - began) / 1e9;
                changes++;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException refused) {
            failure = "a change was not made: " + refused.getMessage();
        }
    }

    /** Why there were no more changes, or nothing. */
    String failure() {
        return failure;
    }

    String sentence() {
        if (!failure.isEmpty()) {
            return "After %d changes %s".formatted(changes, failure);
        }
        return changes == 0
                ? "no change was in force in that time"
                : String.format(
                        Locale.ROOT,
                        "%d changes, each in force after %.3f s on average",
                        changes,
                        seconds / changes);
    }
}
