package io.hansa.bench;

import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Loads a node that has become as large as a case wants it, until it has settled, and then
 * measures. One thread at a time.
 */
final class FlatLoad {
    private static final double SETTLE_SECONDS = 3;

    private final FlatNode node;
    private final Worker load;
    private final BenchOptions options;

    FlatLoad(FlatNode node, Worker load, BenchOptions options) {
        this.node = node;
        this.load = load;
        this.options = options;
    }

    /** Makes the node as large as the case wants it. */
    void prepare(FlatCase one) throws IOException, InterruptedException, SQLException {
        if (node.become(one.size())) {
            settle(one);
        }
    }

    Sample measure(FlatCase one) throws IOException, InterruptedException, SQLException {
        prepare(one);
        Sample sample = load(one, options.seconds());
        show(one.title(), sample);
        return sample;
    }

    /**
     * Until every account has shown its token and every capability has been asked for once or
     * twice.
     */
    private void settle(FlatCase one) throws IOException, InterruptedException {
        long different =
                Math.max(
                        Math.min(one.size().accounts(), FlatNode.MOST_CALLERS),
                        one.size().capabilities());
        long asked = 0;
        while (asked < 2 * different) {
            Sample sample = load(one, SETTLE_SECONDS);
            if (sample.requests() == 0) {
                throw new LaunchException(
                        "Of the case %s no request had a good reply in %.0f s; the first bad one was: %s. Look for the fault with --serve."
                                .formatted(one.title(), SETTLE_SECONDS, sample.firstBad()));
            }
            asked += sample.requests();
        }
    }

    /** Load that runs beside it is not waited for. */
    Sample load(FlatCase one, double seconds) throws IOException, InterruptedException {
        String order =
                order(
                        EverythingOn.CAPABILITY + "-*" + one.size().capabilities(),
                        one.connections(),
                        options.bodyBytes(),
                        Math.round(seconds * 1000),
                        "@" + node.authorizations(one.size().accounts()));
        double before = node.node().meter().cpuSeconds();
        String told = load.ask(order);
        return Sample.of(told, node.node().meter().cpuSeconds() - before);
    }

    /** As a line for the workers; the path is that of a capability, or of several. */
    String order(String capability, int connections, int bytes, long millis, String authorization) {
        return "%d /api/v1/services/%s %d %d %d %s"
                .formatted(
                        node.node().port(), capability, connections, bytes, millis, authorization);
    }

    static void show(String title, Sample sample) {
        System.err.printf(
                Locale.ROOT,
                "%s: %.0f/s, p50 %.0f us, p99 %.0f us, CPU %.4f s per 1,000, %d bad %s%n",
                title,
                sample.perSecond(),
                sample.p50Micros(),
                sample.p99Micros(),
                sample.cpuPerThousand(),
                sample.bad(),
                sample.firstBad());
    }
}
