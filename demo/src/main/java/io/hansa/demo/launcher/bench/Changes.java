package io.hansa.demo.launcher.bench;

import java.util.Locale;

/** Changes an account once a second until it is interrupted. What the changes took may be asked for after that. */
final class Changes implements Runnable {
    private static final long PAUSE_MILLIS = 1000;

    private final FlatNode node;
    private int changes;
    private double seconds;

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
        }
    }

    String sentence() {
        return changes == 0
                ? "no change was in force in that time"
                : String.format(
                        Locale.ROOT,
                        "%d changes, each in force after %.3f s on average",
                        changes,
                        seconds / changes);
    }
}
