package io.hansa.bench;

import io.hansa.launcher.workspace.LaunchException;

/** Looks at a node's memory ten times a second until it is told to stop. */
final class NodeWatch implements Runnable {
    private static final long LOOK_MILLIS = 100;

    private final BenchNode node;
    private volatile LargeFigures.Peak peak =
            new LargeFigures.Peak(Double.NaN, Double.NaN, Double.NaN);

    NodeWatch(BenchNode node) {
        this.node = node;
    }

    @Override
    public void run() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    LargeFigures.Peak peak() {
        return peak;
    }

    /** What cannot be read now may be read the next time. */
    private void look() throws InterruptedException {
        LargeFigures.Peak before = peak;
        double resident = larger(before.resident(), node.meter().residentMib());
        peak = new LargeFigures.Peak(before.data(), before.heap(), resident);
        try {
            Metrics now = node.metrics();
            peak =
                    new LargeFigures.Peak(
                            larger(before.data(), now.mib("hansa_callers_data_bytes")),
                            larger(before.heap(), now.mib("jvm_memory_used_bytes.heap")),
                            resident);
        } catch (LaunchException noAnswer) {
            System.err.println("No metrics: " + noAnswer.getMessage());
        }
    }

    /** Not a number only while neither is one. */
    private static double larger(double before, double now) {
        return before >= now || Double.isNaN(now) ? before : now;
    }
}
