package io.hansa.proxy.series;

import io.hansa.proxy.series.Series.By;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The series of all nodes of the proxy: those of this node, and what the others told of theirs.
 * Figures of several nodes are their sum, or the worst of them ({@link Figure}). Safe for many
 * threads; no request's thread comes here.
 */
public final class SeriesOfNodes {
    /** Other nodes whose samples are kept; up to 1.5 MB each. */
    static final int MAX_NODES = 16;

    private final String name;
    private final Series here;
    private final Map<String, HeardSeries> others = new HashMap<>();

    /**
     * @param name of this node
     * @param here of this node
     */
    public SeriesOfNodes(String name, Series here) {
        this.name = name;
        this.here = here;
    }

    /** What the other nodes are told, in at most so many bytes. */
    public JsonObject told(long epochMillis, int maxBytes) {
        return LatestSamplesJson.print(here.latest(), epochMillis, maxBytes);
    }

    /**
     * Takes what another node told; of nodes beyond {@value #MAX_NODES} nothing is kept.
     *
     * @param instance of its process
     * @param toldAt when it told that, by the clock of this node
     * @throws RuntimeException if that is not what {@link #told} gives
     */
    public synchronized void heard(String instance, String node, JsonObject told, long toldAt) {
        LatestSamples latest = byOurClock(told, toldAt);
        HeardSeries its = others.get(instance);
        if (its == null && hasRoom()) {
            its = new HeardSeries(node);
            others.put(instance, its);
        }
        if (its != null) {
            its.put(latest);
        }
    }

    /** Whether there is or was such a node. */
    synchronized boolean knows(String node) {
        return node.equals(name)
                || others.values().stream().anyMatch(other -> other.node().equals(node));
    }

    /**
     * The keys that have samples, sorted.
     *
     * @param node null: of all nodes
     */
    synchronized List<String> keys(By by, String node) {
        TreeSet<String> keys = new TreeSet<>();
        if (node == null || node.equals(name)) {
            keys.addAll(here.keys(by));
        }
        of(node).forEach(other -> keys.addAll(other.keys(by)));
        return List.copyOf(keys);
    }

    /**
     * Samples of one key, up to the last step that all nodes have told; a node that is silent is
     * waited for three steps.
     *
     * @param from the first step since the epoch
     * @param node null: of all nodes
     * @return NaN where there is none
     */
    synchronized float[] samples(Sampled what, String key, long from, String node) {
        List<HeardSeries> heard = of(node);
        float[] samples = here.samples(what.by(), key, what.resolution(), what.figure(), from);
        long end = end(what.resolution(), from + samples.length, heard);
        samples = Arrays.copyOf(samples, (int) Math.max(0, end - from));
        if (node != null && !node.equals(name)) {
            Arrays.fill(samples, Float.NaN);
        }
        for (HeardSeries other : heard) {
            for (int at = 0; at < samples.length; at++) {
                float its = other.get(what.by(), key, what.resolution(), from + at, what.figure());
                samples[at] = what.figure().together(samples[at], its);
            }
        }
        return samples;
    }

    /**
     * @param current the step that has not ended on this node
     */
    private long end(Resolution resolution, long current, List<HeardSeries> heard) {
        return heard.stream()
                .filter(this::speaks)
                .mapToLong(other -> other.last(resolution) + 1)
                .map(told -> Math.max(told, current - LatestSamples.FINE_STEPS))
                .reduce(current, Math::min);
    }

    /** Whether it told one of the latest fine steps. */
    private boolean speaks(HeardSeries other) {
        return other.last(Resolution.FINE)
                >= here.current(Resolution.FINE) - 1 - LatestSamples.FINE_STEPS;
    }

    private List<HeardSeries> of(String node) {
        List<HeardSeries> all = new ArrayList<>(others.values());
        all.removeIf(other -> node != null && !other.node().equals(node));
        return all;
    }

    /** The clocks of the nodes may differ; differences of less than half a step do not matter. */
    private LatestSamples byOurClock(JsonObject told, long toldAt) {
        LatestSamples latest = LatestSamplesJson.read(told);
        double ahead = toldAt - told.getJsonNumber("at").longValueExact();
        long fine = latest.fine() + steps(ahead, Resolution.FINE);
        long coarse = latest.coarse() + steps(ahead, Resolution.COARSE);
        if (fine < 0 || coarse < 0 || fine > Resolution.FINE.step(toldAt) + 1) {
            throw new IllegalArgumentException("Samples are of another time.");
        }
        return new LatestSamples(
                fine, Math.min(coarse, Resolution.COARSE.step(toldAt)), latest.samples());
    }

    private static long steps(double millis, Resolution resolution) {
        return Math.round(millis / (resolution.seconds() * 1000.0));
    }

    /** Makes room where one is silent: the one that was silent longest is forgotten. */
    private boolean hasRoom() {
        return others.size() < MAX_NODES
                || others.entrySet().stream()
                        .min(Comparator.comparingLong(one -> one.getValue().last(Resolution.FINE)))
                        .filter(one -> !speaks(one.getValue()))
                        .map(one -> others.remove(one.getKey()) != null)
                        .orElse(false);
    }
}
