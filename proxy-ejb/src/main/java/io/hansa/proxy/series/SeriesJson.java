package io.hansa.proxy.series;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.series.Series.By;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows series for administrators. */
public final class SeriesJson {
    private static final double PRECISION = 1000;

    private final SeriesOfNodes series;
    private final Clock clock;

    public SeriesJson(SeriesOfNodes series, Clock clock) {
        this.series = series;
        this.clock = clock;
    }

    /**
     * All parameters may be null: requests of all kinds of the last 15 minutes at 5 seconds, of all
     * nodes.
     *
     * @param name of a {@link Figure}
     * @param by total, capability or server
     * @param from the first moment, with its offset
     * @param step 5 or 300 seconds
     * @param node one of the nodes
     * @throws Failure REQUEST_INVALID, NOT_FOUND
     */
    public JsonObject show(String name, String by, String from, String step, String node) {
        Figure figure = figure(name);
        By told = by(by);
        boolean gauge = figure == Figure.LOAD || figure == Figure.IN_FLIGHT;
        if (gauge && told == By.CAPABILITY) {
            throw wrong("by", by, "give total or server, " + figure.word() + " is of these only");
        }
        Resolution resolution = resolution(step);
        if (node != null && !series.knows(node)) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    "There are no figures of a node %s; list the nodes for those that run."
                            .formatted(Name.shortened(node)));
        }
        long now = clock.millis();
        long oldest = resolution.step(now) - resolution.samples();
        long first = from == null ? oldest : Math.max(oldest, resolution.step(millis(from)));
        Sampled what = new Sampled(told, resolution, figure);
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (String key : series.keys(told, node)) {
            all.add(
                    JSON.createObjectBuilder()
                            .add("key", key)
                            .add("values", values(series.samples(what, key, first, node))));
        }
        return JSON.createObjectBuilder()
                .add("name", figure.word())
                .add("unit", figure.unit())
                .add("by", told.name().toLowerCase(Locale.ROOT))
                .add("from", Instant.ofEpochSecond(first * resolution.seconds()).toString())
                .add("stepSeconds", resolution.seconds())
                .add("series", all)
                .build();
    }

    private static JsonArrayBuilder values(float[] samples) {
        JsonArrayBuilder values = JSON.createArrayBuilder();
        for (float sample : samples) {
            if (Float.isFinite(sample)) {
                values.add(Math.round(sample * PRECISION) / PRECISION);
            } else {
                values.addNull();
            }
        }
        return values;
    }

    private static Figure figure(String name) {
        if (name == null) {
            return Figure.REQUESTS;
        }
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.word().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrong(
                                        "name",
                                        name,
                                        Arrays.stream(Figure.values())
                                                .map(Figure::word)
                                                .collect(
                                                        Collectors.joining(
                                                                ", ", "give one of ", ""))));
    }

    private static By by(String by) {
        if (by == null) {
            return By.TOTAL;
        }
        return Arrays.stream(By.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElseThrow(() -> wrong("by", by, "give total, capability or server"));
    }

    private static Resolution resolution(String step) {
        if (step == null) {
            return Resolution.FINE;
        }
        return Arrays.stream(Resolution.values())
                .filter(one -> Integer.toString(one.seconds()).equals(step))
                .findFirst()
                .orElseThrow(() -> wrong("step", step, "give 5 or 300 seconds"));
    }

    private static long millis(String from) {
        try {
            return OffsetDateTime.parse(from).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException broken) {
            throw wrong("from", from, "give a time with its offset, such as 2026-01-31T08:00:00Z");
        }
    }

    private static Failure wrong(String parameter, String value, String remedy) {
        return Failure.of(
                ErrorCode.REQUEST_INVALID,
                "%s is \"%s\"; %s.".formatted(parameter, Name.shortened(value), remedy));
    }
}
