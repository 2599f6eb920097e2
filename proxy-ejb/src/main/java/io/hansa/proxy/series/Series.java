package io.hansa.proxy.series;

import io.hansa.proxy.tracing.TraceRecord;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The series of this node: of all requests, by capability, and by the server that answered. Of each
 * kind a bounded number is kept; what comes beyond counts as {@value #OTHER}. Threads wait for each
 * other only as long as one adds or reads; no request's thread comes here.
 */
public final class Series {
    public static final String OTHER = "(other)";
    private static final String ALL = "(all)";
    static final int MAX_TRACKS = 64;

    /** What requests are told apart by. */
    public enum By {
        TOTAL,
        CAPABILITY,
        SERVER
    }

    /** What is in flight at one moment. */
    public record Gauges(double load, double inFlight) {
        private static final Gauges NONE = new Gauges(Double.NaN, Double.NaN);
    }

    private final String proxy;
    private final Map<By, Map<String, Track>> tracks = new HashMap<>();
    private final Map<Resolution, Long> open = new HashMap<>();
    private long now;

    /**
     * @param proxy whose own servers are told apart
     */
    public Series(String proxy) {
        this.proxy = proxy + "/";
        for (By by : By.values()) {
            tracks.put(by, new HashMap<>());
        }
    }

    /** Counts a request that has ended. */
    public synchronized void add(TraceRecord record) {
        track(By.TOTAL, ALL).add(record, now);
        if (record.caller() != null && record.capability() != null) {
            track(By.CAPABILITY, record.capability()).add(record, now);
        }
        if (record.server() != null && record.server().startsWith(proxy)) {
            track(By.SERVER, record.server().substring(proxy.length())).add(record, now);
        }
    }

    /**
     * Closes the steps that have ended; to be called about every second.
     *
     * @param servers by id
     */
    public synchronized void tick(long epochMillis, Gauges node, Map<String, Gauges> servers) {
        now = Resolution.FINE.step(epochMillis);
        track(By.TOTAL, ALL);
        servers.keySet().forEach(server -> track(By.SERVER, server));
        for (Resolution resolution : Resolution.values()) {
            long current = resolution.step(epochMillis);
            Long before = open.put(resolution, current);
            if (before != null && before < current) {
                sample(resolution, before, node, servers);
            }
        }
    }

    /** The keys that have samples, sorted. */
    public synchronized List<String> keys(By by) {
        return List.copyOf(new TreeMap<>(tracks.get(by)).keySet());
    }

    /**
     * Samples of one key.
     *
     * @param from the first step since the epoch
     * @return NaN where there is none
     */
    public synchronized float[] samples(
            By by, String key, Resolution resolution, Figure figure, long from) {
        int count = (int) Math.max(0, Math.min(resolution.samples(), current(resolution) - from));
        float[] samples = new float[count];
        Track track = tracks.get(by).get(key);
        for (int at = 0; at < count; at++) {
            samples[at] = track == null ? Float.NaN : track.get(resolution, from + at, figure);
        }
        return samples;
    }

    /** The step that has not ended yet, and so has no samples. */
    synchronized long current(Resolution resolution) {
        return now * Resolution.FINE.seconds() / resolution.seconds();
    }

    /** What the other nodes are told. */
    synchronized LatestSamples latest() {
        Map<By, Map<String, float[]>> latest = new EnumMap<>(By.class);
        tracks.forEach(
                (by, its) -> {
                    Map<String, float[]> samples = new HashMap<>();
                    its.forEach((key, track) -> samples.put(key, latest(track)));
                    latest.put(by, samples);
                });
        return new LatestSamples(
                current(Resolution.FINE) - 1, current(Resolution.COARSE) - 1, latest);
    }

    private float[] latest(Track track) {
        float[] samples = new float[LatestSamples.SIZE];
        int at = 0;
        for (int back = LatestSamples.FINE_STEPS; back > 0; back--) {
            track.copy(Resolution.FINE, current(Resolution.FINE) - back, samples, at);
            at += LatestSamples.FIGURES;
        }
        track.copy(Resolution.COARSE, current(Resolution.COARSE) - 1, samples, at);
        return samples;
    }

    private void sample(
            Resolution resolution, long step, Gauges node, Map<String, Gauges> servers) {
        tracks.forEach(
                (by, its) ->
                        its.forEach(
                                (key, track) -> {
                                    Gauges gauges =
                                            by == By.TOTAL
                                                    ? node
                                                    : by == By.SERVER
                                                            ? servers.getOrDefault(key, Gauges.NONE)
                                                            : Gauges.NONE;
                                    track.sample(
                                            resolution, step, gauges.load(), gauges.inFlight());
                                }));
    }

    private Track track(By by, String key) {
        Map<String, Track> its = tracks.get(by);
        Track known = its.get(key);
        if (known != null) {
            return known;
        }
        if (its.size() >= MAX_TRACKS && !forget(its)) {
            return its.computeIfAbsent(OTHER, other -> new Track());
        }
        return its.computeIfAbsent(key, made -> new Track());
    }

    /** Whether one was forgotten: the one that was silent longest, if that is 15 minutes. */
    private boolean forget(Map<String, Track> its) {
        long since = now - Resolution.FINE.samples();
        return its.entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().usedAt()))
                .filter(entry -> entry.getValue().usedAt() < since)
                .map(entry -> its.remove(entry.getKey()) != null)
                .orElse(false);
    }
}
