package io.hansa.proxy.series;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.series.Series.By;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Latest samples for other nodes, within a number of bytes: what does not fit counts as {@value
 * Series#OTHER}, the least busy keys first.
 */
final class LatestSamplesJson {
    /** Quotes of the samples, colon and comma; the quotes of the key are counted with it. */
    private static final int PER_ENTRY = 6;

    /** Steps, names of the kinds, and for each kind the key of the others. */
    private static final int FIXED = 1200;

    private record Entry(By by, String key, float[] samples) {
        int bytes() {
            return JSON.createValue(key).toString().getBytes(StandardCharsets.UTF_8).length
                    + SamplesText.print(samples).length()
                    + PER_ENTRY;
        }

        float rank() {
            return by == By.TOTAL ? Float.MAX_VALUE : LatestSamples.busy(samples);
        }
    }

    private LatestSamplesJson() {}

    /**
     * @param epochMillis now, by the clock by which the steps are counted
     */
    static JsonObject print(LatestSamples latest, long epochMillis, int maxBytes) {
        Map<By, Map<String, float[]>> shown = new EnumMap<>(By.class);
        int left = maxBytes - FIXED;
        for (Entry entry : byBusyness(latest)) {
            left -= entry.bytes();
            boolean fits = left >= 0 && !entry.key().equals(Series.OTHER);
            shown.computeIfAbsent(entry.by(), by -> new HashMap<>())
                    .merge(
                            fits ? entry.key() : Series.OTHER,
                            entry.samples(),
                            LatestSamples::together);
        }
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("at", epochMillis)
                        .add("fine", latest.fine())
                        .add("coarse", latest.coarse());
        shown.forEach(
                (by, its) -> {
                    JsonObjectBuilder keys = JSON.createObjectBuilder();
                    its.forEach((key, samples) -> keys.add(key, SamplesText.print(samples)));
                    json.add(name(by), keys);
                });
        return json.build();
    }

    /**
     * @throws RuntimeException if it is not what {@link #print} writes
     */
    static LatestSamples read(JsonObject json) {
        Map<By, Map<String, float[]>> samples = new EnumMap<>(By.class);
        for (By by : By.values()) {
            JsonObject keys = json.getJsonObject(name(by));
            if (keys != null) {
                Map<String, float[]> its = new HashMap<>();
                keys.forEach(
                        (key, text) ->
                                its.put(key, SamplesText.read(((JsonString) text).getString())));
                samples.put(by, its);
            }
        }
        return new LatestSamples(
                json.getJsonNumber("fine").longValueExact(),
                json.getJsonNumber("coarse").longValueExact(),
                samples);
    }

    private static List<Entry> byBusyness(LatestSamples latest) {
        List<Entry> entries = new ArrayList<>();
        latest.samples()
                .forEach(
                        (by, its) ->
                                its.forEach(
                                        (key, samples) ->
                                                entries.add(new Entry(by, key, samples))));
        entries.sort(Comparator.comparing(Entry::rank).reversed().thenComparing(Entry::key));
        return entries;
    }

    private static String name(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
