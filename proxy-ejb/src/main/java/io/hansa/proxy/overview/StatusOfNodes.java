package io.hansa.proxy.overview;

import io.hansa.proxy.load.NodeSummaries;
import io.hansa.proxy.load.NodeSummary;
import io.hansa.proxy.series.SeriesOfNodes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells the other nodes the status and the series of this one, and keeps what they told. Safe for
 * many threads.
 */
public final class StatusOfNodes implements NodeSummaries {
    private static final Logger LOG = System.getLogger(StatusOfNodes.class.getName());
    private static final String SERIES = "series";
    private static final int FINDINGS = 20;
    private static final int BREAKERS = 50;

    /** The rest of a summary is for the series. */
    private static final int MAX_STATUS_BYTES = MAX_BYTES / 2;

    /** The name of the member, braces and commas. */
    private static final int JOINT_BYTES = 32;

    /**
     * @param at of {@link #nanoTime}
     */
    private record Heard(List<ToldStatus> others, long at) {}

    private final Supplier<NodeStatus> here;
    private final SeriesOfNodes series;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private volatile Heard heard = new Heard(List.of(), 0);

    /**
     * @param nanoTime such as {@link System#nanoTime}
     */
    StatusOfNodes(
            Supplier<NodeStatus> here, SeriesOfNodes series, Clock clock, LongSupplier nanoTime) {
        this.here = here;
        this.series = series;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public String here() {
        NodeStatus status = here.get().atMost(FINDINGS, BREAKERS);
        while (bytes(status) > MAX_STATUS_BYTES && !status.findings().isEmpty()) {
            status = status.atMost(status.findings().size() - 1, BREAKERS);
        }
        int left = MAX_BYTES - bytes(status) - JOINT_BYTES;
        return status.json().add(SERIES, series.told(clock.millis(), left)).build().toString();
    }

    @Override
    public void heard(List<NodeSummary> others) {
        List<ToldStatus> told = new ArrayList<>();
        for (NodeSummary other : others) {
            try {
                told.add(
                        new ToldStatus(
                                other.node(),
                                other.ageMillis(),
                                other.current(),
                                NodeStatus.read(other.content())));
                if (other.current()) {
                    series.heard(
                            other.instance(),
                            other.node(),
                            other.content().getJsonObject(SERIES),
                            clock.millis() - other.ageMillis());
                }
            } catch (RuntimeException ofAnotherVersion) {
                LOG.log(
                        Level.DEBUG,
                        "The summary of node " + other.node() + " is not understood.",
                        ofAnotherVersion);
            }
        }
        heard = new Heard(List.copyOf(told), nanoTime.getAsLong());
    }

    /** What the other nodes last told, also those that have been silent since. */
    List<ToldStatus> others() {
        Heard last = heard;
        long since = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - last.at());
        return last.others().stream().map(told -> told.after(since)).toList();
    }

    /**
     * What runs on another node, as it last told.
     *
     * @param node its name; of several with this name, the one that told last
     */
    public Optional<NodeFacts> factsOf(String node) {
        return heard.others().stream()
                .filter(told -> told.node().equals(node))
                .findFirst()
                .map(told -> told.status().facts());
    }

    private static int bytes(NodeStatus status) {
        return status.json().build().toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
