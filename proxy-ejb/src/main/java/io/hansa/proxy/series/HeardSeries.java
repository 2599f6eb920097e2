package io.hansa.proxy.series;

import io.hansa.proxy.series.Series.By;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The series of another node, as far as it told them. Not for many threads. */
final class HeardSeries {
    private static final class Rings {
        private final Ring fine = new Ring(Resolution.FINE.samples());
        private final Ring coarse = new Ring(Resolution.COARSE.samples());
        private long toldAt;

        Ring of(Resolution resolution) {
            return resolution == Resolution.FINE ? fine : coarse;
        }
    }

    private final String node;
    private final Map<By, Map<String, Rings>> rings = new EnumMap<>(By.class);
    private long fine = -1;
    private long coarse = -1;

    HeardSeries(String node) {
        this.node = node;
        for (By by : By.values()) {
            rings.put(by, new HashMap<>());
        }
    }

    String node() {
        return node;
    }

    /** The last step that it told, by the clock of this node. */
    long last(Resolution resolution) {
        return resolution == Resolution.FINE ? fine : coarse;
    }

    Set<String> keys(By by) {
        return rings.get(by).keySet();
    }

    /** NaN where there is none. */
    float get(By by, String key, Resolution resolution, long step, Figure figure) {
        Rings its = rings.get(by).get(key);
        return its == null ? Float.NaN : its.of(resolution).get(step, figure);
    }

    /**
     * @param told its steps are of the clock of this node; steps that are known already are left
     */
    void put(LatestSamples told) {
        fine = Math.max(fine, told.fine());
        coarse = Math.max(coarse, told.coarse());
        told.samples().forEach((by, its) -> put(by, its, told));
    }

    private void put(By by, Map<String, float[]> told, LatestSamples steps) {
        Map<String, float[]> kept = new HashMap<>();
        told.forEach((key, samples) -> kept.merge(place(by, key), samples, this::together));
        kept.forEach((key, samples) -> put(rings.get(by).get(key), samples, steps));
    }

    private float[] together(float[] one, float[] other) {
        return LatestSamples.together(one, other);
    }

    /** The key itself while there is room for it. */
    private String place(By by, String key) {
        Map<String, Rings> its = rings.get(by);
        boolean room =
                its.containsKey(key)
                        || its.size() < Series.MAX_TRACKS
                        || key.equals(Series.OTHER)
                        || forget(its);
        String place = room ? key : Series.OTHER;
        its.computeIfAbsent(place, made -> new Rings()).toldAt = fine;
        return place;
    }

    /** Whether one was forgotten: the one not told for the longest time, if that is 15 minutes. */
    private boolean forget(Map<String, Rings> its) {
        long since = fine - Resolution.FINE.samples();
        return its.entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().toldAt))
                .filter(entry -> entry.getValue().toldAt < since)
                .map(entry -> its.remove(entry.getKey()) != null)
                .orElse(false);
    }

    private static void put(Rings rings, float[] samples, LatestSamples steps) {
        int at = 0;
        for (int back = LatestSamples.FINE_STEPS - 1; back >= 0; back--) {
            put(rings.fine, steps.fine() - back, samples, at);
            at += LatestSamples.FIGURES;
        }
        put(rings.coarse, steps.coarse(), samples, at);
    }

    private static void put(Ring ring, long step, float[] samples, int at) {
        if (step > ring.newest()) {
            ring.put(step, Arrays.copyOfRange(samples, at, at + LatestSamples.FIGURES));
        }
    }
}
